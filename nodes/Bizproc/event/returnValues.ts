import { yesOrNo, type DeclaredField } from '../../items/declaredFields';
import { isKey } from '../../items/keys';
import { toText } from '../../items/text';
import type { Param } from '../../portal/command';
import { unusable, type Failure } from '../../portal/answers/failure';

export type Entry = [key: string, value: unknown];

export type ReturnValues =
	| { values: Record<string, Param>; failure?: undefined }
	| { values?: undefined; failure: Failure };

/**
 * Return values as the portal takes them: everything is text, lists are lists of texts.
 * @param declared what the step was registered with, where that is known
 */
export function toReturnValues(entries: Entry[], declared: DeclaredField[] | undefined): ReturnValues {
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
		const param = toParam(value, field);
		if (param === undefined) {
			return {
				failure: unusable(
					`The return value "${key}" cannot be written as text`,
					'Check the expression for this item: it gives a function, or an object that contains itself.',
				),
			};
		}
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

function toParam(value: unknown, field: DeclaredField | undefined): Param | undefined {
	if (!Array.isArray(value)) {
		const text = toLeaf(value, field);
		return field?.multiple && text !== undefined && text !== '' ? [text] : text;
	}
	// A form cannot hold an empty list; an empty text empties the value as well.
	if (value.length === 0) return '';
	const texts = value.map((one) => toLeaf(one, field));
	return texts.every((text) => text !== undefined) ? (texts as string[]) : undefined;
}

function toLeaf(value: unknown, field: DeclaredField | undefined): string | undefined {
	if (value === null || value === undefined) return '';
	if (typeof value === 'boolean') return value ? 'Y' : 'N';
	const text = toText(value);
	if (field?.type === 'user' && text !== undefined && /^\d+$/.test(text)) return `user_${text}`;
	if (field?.type === 'bool' && text !== undefined) return yesOrNo(text) ?? text;
	return text;
}
