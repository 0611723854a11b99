import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { readField } from '../../items/field';
import { unusable } from '../../items/operation';
import { toText } from '../../items/text';
import type { Failure } from '../../portal/answers/failure';
import { isObject } from '../../portal/answers/reply';
import type { Entry } from './returnValues';

/** The return values of one item as the user entered them, field by field or as one JSON object. */
export function readEntries(context: IExecuteFunctions, item: number): Entry[] | Failure {
	const mode = context.getNodeParameter('returnValuesMode', item, 'fields');
	return mode === 'json' ? readJson(context, item) : readFields(context, item);
}

function readFields(context: IExecuteFunctions, item: number): Entry[] | Failure {
	const { value, failure } = readField(context, 'returnValues', 'Return Values', item);
	if (failure) return failure;
	const fields = isObject(value) && Array.isArray(value.value) ? (value.value as IDataObject[]) : [];
	return fields.map((field) => [(toText(field.key) ?? '').trim(), field.value]);
}

function readJson(context: IExecuteFunctions, item: number): Entry[] | Failure {
	const { value, failure } = readField(context, 'returnValuesJson', 'Return Values (JSON)', item);
	if (failure) return failure;
	const parsed = typeof value === 'string' ? parse(value) : value;
	if (isObject(parsed)) return Object.entries(parsed);
	// Also for nothing at all: an expression that finds no values must not let the process go on without them.
	return unusable(
		'The field Return Values (JSON) holds no JSON object',
		'Enter an object such as {"answer": "approved"}, or {} for no values, or check the expression for this item.',
	);
}

/** @returns undefined for a text that is no JSON */
function parse(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
