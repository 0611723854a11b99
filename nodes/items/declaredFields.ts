import { isObject } from '../portal/answers/reply';

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

/** How people write yes and no, and how the portal does. */
export const YES_OR_NO: Record<string, 'Y' | 'N'> = {
	y: 'Y',
	yes: 'Y',
	true: 'Y',
	on: 'Y',
	'1': 'Y',
	n: 'N',
	no: 'N',
	false: 'N',
	off: 'N',
	'0': 'N',
};

/** Names that JavaScript has given a meaning of its own. */
const RESERVED_KEYS = ['constructor', 'prototype'];

/** Keys of fields as the portal allows them; it does not tell upper from lower case. */
export const isKey = (key: string): boolean => /^[a-z][a-z0-9_]*$/i.test(key) && !RESERVED_KEYS.includes(key);

export const sameKey = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** Reads the value of a parameter `{ field: [ … ] }` as n8n hands it over; what is missing has its default. */
export function readDeclaredFields(parameter: unknown): DeclaredField[] {
	const fields = isObject(parameter) && Array.isArray(parameter.field) ? parameter.field : [];
	return fields.filter(isObject).map((field) => ({
		key: text(field.key).trim(),
		label: text(field.label).trim(),
		type: FIELD_TYPES.find((type) => type === field.type) ?? 'string',
		required: field.required === true,
		multiple: field.multiple === true,
		options: text(field.options),
		default: text(field.default),
	}));
}

const text = (value: unknown): string => (value === undefined || value === null ? '' : String(value));
