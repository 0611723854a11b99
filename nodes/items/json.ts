import { isObject } from '../portal/answers/reply';

/** The form that takes every text. */
export const SAFE_FORM =
	'Write the whole field as one expression, which takes every text: ={{ JSON.stringify({ answer: $json.answer }) }}';

/** @returns undefined for a text that is no JSON, and for JSON that is no object */
export function parseObject(text: string): Record<string, unknown> | undefined {
	try {
		const value: unknown = JSON.parse(text);
		return isObject(value) ? value : undefined;
	} catch {
		return undefined;
	}
}

/**
 * The expressions of a field that stand inside the quotes of its JSON: n8n puts their text there as it is, and JSON then
 * reads it anew.
 * @param raw the field as n8n stores it
 * @returns each with its braces
 */
export function expressionsInQuotes(raw: string): string[] {
	if (!raw.startsWith('=')) return [];
	const found: string[] = [];
	let isQuoted = false;
	for (let at = 1; at < raw.length; at += 1) {
		if (raw.startsWith('{{', at)) {
			// Where n8n ends it, too.
			const end = raw.indexOf('}}', at);
			if (end === -1) break;
			if (isQuoted) found.push(raw.slice(at, end + 2));
			at = end + 1;
		} else if (raw[at] === '"') {
			isQuoted = !isQuoted;
		} else if (isQuoted && raw[at] === '\\') {
			at += 1;
		}
	}
	return found;
}

/** Whether JSON would read the text of an expression as something else than it is. */
export function isChangedInQuotes(value: unknown): boolean {
	const text = String(value);
	return text === '[object Object]' || JSON.stringify(text) !== `"${text}"`;
}

const TOKEN = /"[^"\\]*(?:\\[^][^"\\]*)*"|[{}[\]:]/g;

/** A key that an object, also one inside, has twice: JSON drops the first and says nothing. @param json sound JSON */
export function keyTwice(json: string): string | undefined {
	const objects: Array<Set<string> | undefined> = [];
	let text = '';
	for (const [token] of json.matchAll(TOKEN)) {
		if (token === '{') objects.push(new Set());
		else if (token === '[') objects.push(undefined);
		else if (token === '}' || token === ']') objects.pop();
		else if (token !== ':') text = token;
		else {
			const key = JSON.parse(text) as string;
			if (objects.at(-1)?.has(key)) return key;
			objects.at(-1)?.add(key);
		}
	}
	return undefined;
}
