/** What the path of a call names. The pair is that of an inbound webhook. */
export interface CallAddress {
	method: string;
	webhook?: { userId: string; secret: string };
}

/**
 * `/rest/<method>`, `/rest/<user>/<secret>/<method>` and `/rest/api/<user>/<secret>/<method>`,
 * each with or without `.json` and a trailing slash. An address without a method names the empty one.
 */
export function readAddress(path: string): CallAddress {
	const parts = path
		.replace(/^\/rest\/(?:api\/(?=[^/]+\/[^/]+\/))?/, '')
		.replace(/\/$/, '')
		.split('/')
		.map(decodePart);
	const method = (parts.length === 2 ? '' : parts.at(-1)!).replace(/\.json$/, '');
	if (parts.length === 1) return { method };
	if (parts.length > 3) return { method: '' };
	return { method, webhook: { userId: parts[0], secret: parts[1] } };
}

function decodePart(part: string): string {
	try {
		return decodeURIComponent(part);
	} catch {
		return part;
	}
}
