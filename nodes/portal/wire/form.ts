import type { Param } from '../command';

/** More than the portal ever posts; an attacker's post ends here. */
const MOST_FIELDS = 100_000;
const DEEPEST_FIELD = 16;

/** Names through which an object's own machinery could be reached. */
const HOSTILE_KEYS = ['__proto__', 'constructor', 'prototype'];

type Tree = Map<string, string | Tree>;

/**
 * Reads a form as PHP writes it (`a=1&b[key][0]=x`): lists come out as lists, everything else as maps of texts.
 * Fields with hostile names or too deep ones are left out.
 * @returns undefined for more fields than anybody honest sends
 */
export function readForm(body: string): Record<string, Param> | undefined {
	// Counted before they are read, and no further. Behind the last one may stand a sign with nothing after it.
	if (body.split('&', MOST_FIELDS + 2).length > MOST_FIELDS + 1) return undefined;
	const root: Tree = new Map();
	for (const [name, text] of new URLSearchParams(body)) {
		const path = pathOf(name);
		if (path === undefined || path.some((key) => HOSTILE_KEYS.includes(key))) continue;
		put(root, path, text);
	}
	return toMap(root);
}

/**
 * The name in front of the brackets, then what they hold, as far as one follows the other.
 * @returns undefined for more of them than anybody honest sends
 */
function pathOf(name: string): string[] | undefined {
	let open = name.indexOf('[');
	if (open <= 0) return [name];
	const path = [name.slice(0, open)];
	while (name[open] === '[') {
		const close = name.indexOf(']', open);
		if (close === -1) break;
		path.push(name.slice(open + 1, close));
		if (path.length > DEEPEST_FIELD) return undefined;
		open = close + 1;
	}
	return path.length === 1 ? [name] : path;
}

function put(root: Tree, path: string[], text: string): void {
	let branch = root;
	path.forEach((key, depth) => {
		// `list[]=x` takes the next number.
		const name = key === '' && depth > 0 ? String(branch.size) : key;
		if (depth === path.length - 1) {
			branch.set(name, text);
			return;
		}
		const next = branch.get(name);
		const inner: Tree = next instanceof Map ? next : new Map();
		branch.set(name, inner);
		branch = inner;
	});
}

const toMap = (tree: Tree): Record<string, Param> =>
	Object.fromEntries([...tree].map(([key, value]) => [key, toParam(value)]));

function toParam(value: string | Tree): Param {
	if (typeof value === 'string') return value;
	const isList = [...value.keys()].every((key, index) => key === String(index));
	return isList ? [...value.values()].map(toParam) : toMap(value);
}
