import type { Zone } from 'luxon';
import type { DeclaredField } from '../../items/declaredFields';
import { isKey } from '../../items/keys';
import { toText } from '../../items/text';
import { FORMS } from '../../items/values/forms';
import { toPortalForm } from '../../items/values/portalForm';
import type { Param } from '../../portal/command';
import { isFailure, unusable, type Failure } from '../../portal/answers/failure';

export type Entry = [key: string, value: unknown];

export type ReturnValues =
	| { values: Record<string, Param>; failure?: undefined }
	| { values?: undefined; failure: Failure };

/**
 * Return values as the portal takes them: everything is text, lists are lists of texts, and what the step declares has
 * the form of its type.
 * @param declared what the step was registered with, where that is known
 * @param zone of the portal's clock, where dates are declared, or why it is not known
 */
export function toReturnValues(
	entries: Entry[],
	declared: DeclaredField[] | undefined,
	zone?: Zone | Failure,
): ReturnValues {
	const values: Record<string, Param> = {};
	const fields = byName(declared ?? []);
	const earlier = new Set<string>();
	for (const [name, value] of entries) {
		const field = fields.get(name.toLowerCase());
		const isItsKey = field === undefined || field.key.toLowerCase() === name.toLowerCase();
		const key = isItsKey ? name : field.key;
		const failure = refuseKey(key, earlier, declared, field);
		if (failure) return { failure };
		earlier.add(key.toLowerCase());
		const param = toParam(value, key, field, zone);
		if (typeof param === 'object' && isFailure(param)) return { failure: param };
		values[key] = param;
	}
	return { values };
}

/** By what people call them: their keys, or the labels that they see in Bitrix24. Of two, the first one counts. */
function byName(declared: DeclaredField[]): Map<string, DeclaredField> {
	const named = (nameOf: (field: DeclaredField) => string) =>
		declared.map((field): [string, DeclaredField] => [nameOf(field).toLowerCase(), field]);
	const names = [...named(({ key }) => key), ...named(({ label }) => label)];
	return new Map(names.filter(([name]) => name !== '').reverse());
}

/** In the words of a message. */
export const keysOf = (declared: DeclaredField[]): string => declared.map(({ key }) => key).join(', ');

function refuseKey(
	key: string,
	earlier: Set<string>,
	declared: DeclaredField[] | undefined,
	field: DeclaredField | undefined,
): Failure | undefined {
	// The portal ignores a key that it does not know, and says nothing.
	if (key !== '' && declared !== undefined && field === undefined) {
		return unusable(
			`The step has no return value "${key}"`,
			`The Bizproc Trigger of this workflow declares: ${keysOf(declared)}. Use one of these, or declare it there and publish again.`,
		);
	}
	if (!isKey(key)) {
		return unusable(
			key === '' ? 'A return value has no key' : `"${key}" cannot be the key of a return value`,
			'A key begins with a Latin letter and holds only Latin letters, digits and underscores, as declared in the Bizproc Trigger.',
		);
	}
	if (earlier.has(key.toLowerCase())) {
		return unusable(
			`The key "${key}" stands twice among the return values`,
			'Bitrix24 does not tell upper from lower case in keys. Keep one of them.',
		);
	}
	return undefined;
}

function toParam(
	value: unknown,
	key: string,
	field: DeclaredField | undefined,
	zone: Zone | Failure | undefined,
): string | string[] | Failure {
	const form = field && FORMS[field.type];
	if (form) return toPortalForm(value, field, form, `the return value "${key}"`, zone);
	const texts = (Array.isArray(value) ? value : [value]).map(toLeaf);
	if (texts.some((text) => text === undefined)) {
		return unusable(
			`The return value "${key}" cannot be written as text`,
			'Check the expression for this item: it gives a function, or an object that contains itself.',
		);
	}
	const [text = ''] = texts as string[];
	if (Array.isArray(value) || (field?.multiple && text !== '')) {
		// A form cannot hold an empty list; an empty text empties the value as well.
		return texts.length === 0 ? '' : (texts as string[]);
	}
	return text;
}

function toLeaf(value: unknown): string | undefined {
	if (value === null || value === undefined) return '';
	if (typeof value === 'boolean') return value ? 'Y' : 'N';
	return toText(value);
}
