/**
 * What an answer is compared with: a value that is equal, a pattern for a text, a condition, a list of the same length,
 * or an object, whose names all have to agree while the answer may hold more. `undefined`: it may not be there.
 */
export type Condition = ((value: unknown) => boolean) & { says: string };

const condition = (says: string, holds: (value: unknown) => boolean): Condition =>
	Object.assign((value: unknown) => holds(value), { says });

export const isNumber = condition('a number', (value) => typeof value === 'number');
export const isText = condition('a text', (value) => typeof value === 'string');
export const isBoolean = condition('true or false', (value) => typeof value === 'boolean');
export const isTexts = condition(
	'a list of texts',
	(value) => Array.isArray(value) && value.every((entry) => typeof entry === 'string'),
);
/** Of a self-hosted portal, some things may be missing. */
export const optional = (inner: Condition): Condition =>
	condition(`${inner.says}, or nothing`, (value) => value === undefined || inner(value));
/** Where the documentation says one thing and portals were seen to say another; the nodes can do with each. */
export const oneOf = (...values: unknown[]): Condition =>
	condition(values.map((value) => JSON.stringify(value)).join(' or '), (value) => values.includes(value));

/** One value that was looked at. */
export interface Look {
	/** Where it stands in the answer. */
	path: string;
	seen: string;
	/** What should stand there, if it does not. */
	wanted?: string;
}

/** Every value that is spoken of, and nothing else of an answer, which may hold names of people. */
export function compare(expected: unknown, seen: unknown, path = ''): Look[] {
	if (typeof expected === 'function') {
		const holds = expected as Condition;
		return [look(path, seen, holds(seen), holds.says)];
	}
	if (expected instanceof RegExp) {
		return [look(path, seen, typeof seen === 'string' && expected.test(seen), String(expected))];
	}
	if (Array.isArray(expected)) {
		const isSame = Array.isArray(seen) && seen.length === expected.length;
		if (!isSame || expected.length === 0) return [look(path, seen, isSame, written(expected))];
		return expected.flatMap((entry, index) => compare(entry, seen[index], at(path, String(index))));
	}
	if (!isRecord(expected)) return [look(path, seen, Object.is(seen, expected), written(expected))];
	if (!isRecord(seen)) return [look(path, seen, false, 'an object')];
	return Object.keys(expected).flatMap((name) => compare(expected[name], seen[name], at(path, name)));
}

const look = (path: string, seen: unknown, agrees: boolean, wanted: string): Look => ({
	path,
	seen: written(seen),
	...(!agrees && { wanted }),
});

const at = (path: string, name: string): string => (path === '' ? name : `${path}.${name}`);

const LONGEST = 60;

function written(value: unknown): string {
	if (value === undefined) return 'nothing';
	const text = JSON.stringify(value, (_name, inner: unknown) =>
		typeof inner === 'function' ? (inner as Condition).says : inner instanceof RegExp ? String(inner) : inner,
	);
	return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);
