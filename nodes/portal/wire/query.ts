import type { Param } from '../command';

/** The parameters of a call with the same text everywhere, for what may stand in a batch is found by looking at it. */
export interface Query {
	/**
	 * As PHP's `parse_str` reads it: `a=1&b[key][0]=x`. An empty list or map has no such form and is left out.
	 */
	text: string;
	/** How many texts it holds. */
	count: number;
}

/** @param look sees every text and every key below the names of parameters */
export function toQuery(params: Record<string, Param>, look: (text: string) => void): Query {
	let text = '';
	let count = 0;

	function add(name: string, value: Param): void {
		if (typeof value === 'string') {
			look(value);
			text += `${text === '' ? '' : '&'}${name}=${encode(value)}`;
			count += 1;
			return;
		}
		for (const key of Object.keys(value)) {
			look(key);
			add(`${name}[${encode(key)}]`, (value as Record<string, Param>)[key]);
		}
	}

	for (const name of Object.keys(params)) add(encode(name), params[name]);
	return { text, count };
}

/** Never throws: UTF-8 has a replacement character in place of half a surrogate pair. */
function encode(text: string): string {
	try {
		return encodeURIComponent(text);
	} catch {
		return encodeURIComponent(Buffer.from(text).toString());
	}
}
