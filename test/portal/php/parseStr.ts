import { parse } from 'qs';
import { newPhpArray } from './array';
import { urlDecode } from './urlDecode';

/** PHP's `max_input_vars` as delivered: what comes after is dropped without a word. */
export const MAX_INPUT_VARS = 1000;
/** PHP's `max_input_nesting_level`. */
const MAX_NESTING = 64;

/**
 * PHP's `parse_str`, also how PHP reads a query string and a form body: all leaves are strings.
 * qs does the nesting. Names are first written the way PHP reads them, because qs reads otherwise: the `=` of
 * `a=b]=c`, the indexes of `a[]`, `.` and space in names, open brackets, malformed escapes, and what a later value replaces.
 */
export function parseStr(text: string): Record<string, unknown> {
	const values = newPhpArray();
	const nextIndexes = new Map<string, number>();
	for (const pair of text.split('&').filter(Boolean).slice(0, MAX_INPUT_VARS)) {
		const equals = pair.indexOf('=');
		const path = pathOf(urlDecode(equals < 0 ? pair : pair.slice(0, equals)));
		if (path === undefined) continue;
		const name = nameOf(path, nextIndexes);
		replaceOtherShapes(values, name, nextIndexes);
		values[name] = equals < 0 ? '' : urlDecode(pair.slice(equals + 1));
	}
	return parse(values as never, {
		plainObjects: true,
		parseArrays: false,
		depth: MAX_NESTING,
		parameterLimit: Infinity,
	}) as Record<string, unknown>;
}

/** `a.b[c][]` becomes `['a_b', 'c', '']`. Undefined for a name PHP ignores. */
function pathOf(decodedName: string): string[] | undefined {
	const name = decodedName.split('\0', 1)[0].replace(/^ +/, '');
	const brackets = /^([^[]+)((?:\[[^\]]*\])+)/.exec(name);
	if (!brackets) return /^[^[]/.test(name) ? [name.replace(/[ .[]/g, '_')] : undefined;
	const indexes = [...brackets[2].matchAll(/\[([^\]]*)\]/g)].map(([, index]) =>
		/^[ \t\r\n]*$/.test(index) ? '' : index,
	);
	return [brackets[1].replace(/[ .]/g, '_'), ...indexes];
}

/** The name for qs, with every `[]` given the index PHP would give it: one above the highest so far. */
function nameOf([top, ...indexes]: string[], nextIndexes: Map<string, number>): string {
	return indexes.reduce((parent, index) => {
		const next = nextIndexes.get(parent);
		const key = index === '' ? String(next ?? 0) : index;
		if (/^(0|-?[1-9]\d*)$/.test(key)) {
			nextIndexes.set(parent, Math.max(next ?? -Infinity, Number(key) + 1));
		}
		return `${parent}[${key}]`;
	}, top);
}

/** A later text replaces an earlier array of that name and the other way round; qs would mix the two. */
function replaceOtherShapes(
	values: Record<string, unknown>,
	name: string,
	nextIndexes: Map<string, number>,
): void {
	for (const other of Object.keys(values)) {
		if (other.startsWith(`${name}[`) || name.startsWith(`${other}[`)) delete values[other];
	}
	for (const parent of nextIndexes.keys()) {
		if (parent === name || parent.startsWith(`${name}[`)) nextIndexes.delete(parent);
	}
}
