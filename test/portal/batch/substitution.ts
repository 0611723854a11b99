import { isPhpArray, newPhpArray, type PhpArray } from '../php/array';

/** What earlier commands of the batch left behind, under the five words a text can name. */
export type BatchState = Record<'result' | 'next' | 'total' | 'time' | 'error', PhpArray>;

/**
 * Replaces `$result[key]…` in every text of a command, as the portal does to free text too; there is no escape.
 * The tail ends at ASCII white space only and need not begin with a bracket: `US$total=[5]` matches.
 */
export function substitute(value: unknown, state: BatchState): unknown {
	if (typeof value === 'string') return substituteText(value, state);
	if (!isPhpArray(value)) return value;
	const copy = newPhpArray();
	for (const [key, inner] of Object.entries(value)) copy[key] = substitute(inner, state);
	return copy;
}

function substituteText(text: string, state: BatchState): unknown {
	let whole: { value: unknown } | undefined;
	const replaced = text.replace(
		/\$(result|next|total|time|error)([^\t\n\v\f\r ]*)/gi,
		(match, word: string, tail: string) => {
			const path = [...tail.matchAll(/\[([^\]]+)\]/g)].map(([, key]) => key);
			if (path.length === 0) return match;
			// In another case the word matches and names a part that does not exist.
			const value = walk(word in state ? state[word as keyof BatchState] : null, path);
			if (match === text) whole = { value };
			return typeof value === 'string' || typeof value === 'number' ? String(value) : match;
		},
	);
	return whole ? whole.value : replaced;
}

/** Goes down as far as the keys exist (PHP's `isset`); the last level reached is the value. */
function walk(from: unknown, path: string[]): unknown {
	let level = from;
	for (const key of path) {
		const next = lookUp(level, key);
		if (next === undefined || next === null) break;
		level = next;
	}
	return level;
}

function lookUp(level: unknown, key: string): unknown {
	if (typeof level === 'string') {
		// A byte, not a character; from the end when negative.
		const byte = /^(0|-?[1-9]\d*)$/.test(key) ? Buffer.from(level).at(Number(key)) : undefined;
		return byte === undefined ? undefined : Buffer.from([byte]).toString();
	}
	return isPhpArray(level) ? new Map(Object.entries(level)).get(key) : undefined;
}
