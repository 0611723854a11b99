const SPACE = /[\s\0]/;

/** Takes off the spaces around a copied text, and what else PHP's trim() takes off. */
export function trim(text: string): string {
	let start = 0;
	let end = text.length;
	while (start < end && SPACE.test(text[start])) start += 1;
	while (end > start && SPACE.test(text[end - 1])) end -= 1;
	return text.slice(start, end);
}

/**
 * Any value of an expression as text: JSON for objects and lists.
 * @returns undefined for a value that has no text (undefined, null, a function, an object that contains itself)
 */
export function toText(value: unknown): string | undefined {
	if (value === undefined || value === null) return undefined;
	if (typeof value === 'object') return readable(value);
	return typeof value === 'function' || typeof value === 'symbol' ? undefined : wellFormed(String(value));
}

function readable(value: object): string | undefined {
	try {
		const json: unknown = JSON.parse(JSON.stringify(value));
		// Dates turn into text by themselves; they need no quotation marks.
		return wellFormed(typeof json === 'string' ? json : JSON.stringify(json));
	} catch {
		return undefined;
	}
}

const HALF_CHARACTER = /\p{Surrogate}/u;

/**
 * Half of a surrogate pair is no character: it cannot be encoded, and PHP would drop the whole request for it. UTF-8
 * has a replacement character in its place.
 */
const wellFormed = (text: string): string =>
	HALF_CHARACTER.test(text) ? Buffer.from(text).toString() : text;

export const utf8Bytes = (text: string): number => new TextEncoder().encode(text).length;
