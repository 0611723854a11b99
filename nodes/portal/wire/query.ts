import type { Command, Param } from '../command';

type Params = Command['params'];

/**
 * The parameters of one command of a batch, as PHP's `parse_str` reads them: `a=1&b[key][0]=x`.
 * An empty list or map has no such form and is left out.
 */
export const toQuery = (leaves: Leaf[]): string => leaves.map(toPair).join('&');

export interface Leaf {
	/** The name of the parameter, then the keys that lead to the text. */
	path: string[];
	text: string;
}

function toPair({ path: [name, ...keys], text }: Leaf): string {
	const brackets = keys.map((key) => `[${encodeURIComponent(key)}]`).join('');
	return `${encodeURIComponent(name)}${brackets}=${encodeURIComponent(text)}`;
}

/** Every text in the parameters with the way to it, in order. */
export function leavesOf(params: Param, path: string[] = [], leaves: Leaf[] = []): Leaf[] {
	if (typeof params === 'string') leaves.push({ path, text: params });
	else for (const key of Object.keys(params)) leavesOf((params as Params)[key], [...path, key], leaves);
	return leaves;
}
