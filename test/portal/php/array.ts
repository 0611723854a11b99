/** A PHP array as JavaScript sees it: string keys, or a list. */
export type PhpArray = Record<string, unknown> | unknown[];

/** A keyed PHP array that holds no inherited names, so that `constructor` is a key like any other. */
export function newPhpArray(): Record<string, unknown> {
	return Object.create(null) as Record<string, unknown>;
}

export function isPhpArray(value: unknown): value is PhpArray {
	return typeof value === 'object' && value !== null;
}

/**
 * The shape `json_encode` gives an array: keys 0..n-1 without a gap make a list, so an empty map is `[]`.
 * Any other key makes an object.
 */
export function toJsonShape(array: PhpArray): PhpArray {
	if (Array.isArray(array)) return array;
	const keys = Object.keys(array);
	return keys.every((key, index) => key === String(index)) ? Object.values(array) : array;
}

/** `array_change_key_case`: only the top level; of two spellings the later one wins. */
export function upperCaseKeys(array: PhpArray): Record<string, unknown> {
	const upper = newPhpArray();
	for (const [key, value] of Object.entries(array)) upper[key.toUpperCase()] = value;
	return upper;
}
