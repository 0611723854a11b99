import type { IDataObject } from 'n8n-workflow';
import type { ItemReader } from '../../items/reader';
import { toText } from '../../items/text';
import { isObject } from '../../portal/answers/reply';
import type { Entry } from './returnValues';

/** The return values of one item as the user entered them, field by field or as one JSON object. */
export function readEntries(item: ItemReader): Entry[] {
	const mode = item.value('returnValuesMode', 'Specify Return Values');
	return mode === 'json' ? readJson(item) : readFields(item);
}

function readFields(item: ItemReader): Entry[] {
	const value = item.value('returnValues', 'Return Values');
	const fields = isObject(value) && Array.isArray(value.value) ? (value.value as IDataObject[]) : [];
	return fields.map((field) => [(toText(field.key) ?? '').trim(), field.value]);
}

function readJson(item: ItemReader): Entry[] {
	const values = item.json('returnValuesJson', 'Return Values (JSON)');
	if (values === undefined) {
		// Also for nothing at all: an expression that finds no values must not let the process go on without them.
		item.refuse(
			'The field Return Values (JSON) holds no JSON object',
			'Enter an object such as {"answer": "approved"}, or {} for no values, or check the expression for this item.',
		);
	}
	return Object.entries(values ?? {});
}
