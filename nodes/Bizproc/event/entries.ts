import type { IDataObject } from 'n8n-workflow';
import type { ItemReader } from '../../items/reader';
import type { DeclaredField } from '../../items/declaredFields';
import { SAFE_FORM } from '../../items/json';
import { toText } from '../../items/text';
import { isObject } from '../../portal/answers/reply';
import { keysOf, type Entry } from './returnValues';

/**
 * The return values of one item as the user entered them, field by field or as one JSON object.
 * @param declared what the step was registered with, where that is known
 */
export function readEntries(item: ItemReader, declared: DeclaredField[] | undefined): Entry[] {
	if (item.value('returnValuesMode', 'Specify Return Values') === 'json') return readJson(item);
	const entries = readFields(item);
	if (entries.length === 0 && declared !== undefined) {
		// The step takes one result. An empty one would use it up, and the process would go on without what it waits for.
		item.refuse(
			'No return value is filled in, though the step declares some',
			`The Bizproc Trigger of this workflow declares: ${keysOf(declared)}. Add them under Return Values. To let the process go on without values, choose Using JSON and enter {}.`,
		);
	}
	return entries;
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
			`Enter an object such as {"answer": "approved"}, or {} for no values. If it holds expressions, the text of one may break it. ${SAFE_FORM}`,
		);
	}
	return Object.entries(values ?? {});
}
