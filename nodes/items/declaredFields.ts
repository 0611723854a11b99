import { isObject } from '../portal/answers/reply';
import { keyOf } from './keys';
import { toText } from './text';

/** The portal's names of what a field of a step can hold. */
export const FIELD_TYPES = [
	'bool',
	'date',
	'datetime',
	'double',
	'file',
	'int',
	'select',
	'string',
	'text',
	'user',
] as const;

export type FieldType = (typeof FIELD_TYPES)[number];

/** One field of a step as the builder declared it in the Bizproc Trigger. */
export interface DeclaredField {
	key: string;
	label: string;
	type: FieldType;
	required: boolean;
	multiple: boolean;
	/** One option a line, `value=Label`. */
	options: string;
	default: string;
}

/** Reads the value of a parameter `{ field: [ … ] }` as n8n hands it over; what is missing has its default, a key its label. */
export function readDeclaredFields(parameter: unknown): DeclaredField[] {
	const fields = isObject(parameter) && Array.isArray(parameter.field) ? parameter.field : [];
	return fields.filter(isObject).map((field) => ({
		key: text(field.key).trim() || keyOf(text(field.label).trim()),
		label: text(field.label).trim(),
		type: FIELD_TYPES.find((type) => type === field.type) ?? 'string',
		required: field.required === true,
		multiple: field.multiple === true,
		options: text(field.options),
		default: text(field.default),
	}));
}

const text = (value: unknown): string => toText(value) ?? '';
