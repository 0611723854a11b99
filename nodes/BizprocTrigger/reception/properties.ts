import type { IDataObject } from 'n8n-workflow';
import type { DeclaredField, FieldType } from '../../items/declaredFields';
import type { Param } from '../../portal/command';
import { isObject } from '../../portal/answers/reply';

type Value = IDataObject[string];

/**
 * The values of a step's fields, typed as declared: true and false, numbers, lists; the rest is text. All declared
 * fields are there, because the portal leaves out empty lists, and all fields when none has a value. What the
 * step still sends though it is no longer declared comes after them, as it came.
 */
export function toProperties(posted: Param | undefined, declared: DeclaredField[]): IDataObject {
	const values = isObject(posted) ? (posted as Record<string, Param>) : {};
	const names = new Map<string, string>();
	for (const name of Object.keys(values)) {
		const plain = name.toLowerCase();
		if (!names.has(plain)) names.set(plain, name);
	}
	const properties = declared.map((field): [string, Value] => {
		const name = names.get(field.key.toLowerCase());
		return [field.key, typed(name === undefined ? '' : values[name], field)];
	});
	const known = new Set(declared.map(({ key }) => key.toLowerCase()));
	const others = Object.entries(values).filter(([name]) => !known.has(name.toLowerCase()));
	return Object.fromEntries([...properties, ...others]) as IDataObject;
}

function typed(value: Param, { type, multiple }: DeclaredField): Value {
	if (typeof value === 'object') return Object.values(value).map((one) => typedText(one, type)) as Value;
	if (multiple) return value === '' ? [] : ([typedText(value, type)] as Value);
	return typedText(value, type);
}

/** A text that is not what its type says (a number with a currency, say) goes on as the text it is. */
function typedText(value: Param, type: FieldType): Value {
	if (typeof value !== 'string') return value;
	switch (type) {
		case 'bool':
			return value === '' ? null : (BOOLEANS.get(value.toLowerCase()) ?? value);
		case 'int':
			return numberOr(value, Number.isSafeInteger);
		case 'double':
			return numberOr(value, Number.isFinite);
		default:
			return value;
	}
}

const BOOLEANS = new Map([
	['y', true],
	['1', true],
	['true', true],
	['n', false],
	['0', false],
	['false', false],
]);

function numberOr(text: string, fits: (number: number) => boolean): number | string | null {
	if (text.trim() === '') return null;
	const number = /^\s*[+-]?\d+(\.\d+)?(e[+-]?\d+)?\s*$/i.test(text) ? Number(text) : NaN;
	return fits(number) ? number : text;
}
