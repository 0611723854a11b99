/** Spaces around a copied text, and what PHP's trim() takes off. */
export const trim = (text: string): string => text.replace(/^[\s\0]+|[\s\0]+$/g, '');

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

/** Half of a surrogate pair is no character: it cannot be encoded, and PHP would drop the whole request for it. */
const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, '\uFFFD');

export const utf8Bytes = (text: string): number => new TextEncoder().encode(text).length;
