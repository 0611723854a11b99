/** What `parse_url` makes of the first two parts a batch command needs. */
export interface ParsedCommand {
	path?: string;
	query: string;
}

/**
 * PHP's `parse_url`, as far as path and query go. A `#` ends the address, control characters become `_`.
 * Odd but real: `name:80` is a host and its port (no path), `name:rest` is a scheme (path `rest`).
 */
export function parseUrl(address: string): ParsedCommand {
	const [, head, question, rest] = /^([^?#]*)(\??)([^#]*)/s.exec(address)!;
	return {
		path: replaceControlCharacters(pathOf(head, address)),
		query: question ? (replaceControlCharacters(rest) ?? '') : '',
	};
}

function pathOf(head: string, address: string): string | undefined {
	if (/^[a-z0-9.+-]+:\d{1,5}$/i.test(head) && head === address) return undefined;
	const afterScheme = head.replace(/^[a-z0-9.+-]+:/i, '');
	if (!afterScheme.startsWith('//')) return afterScheme || undefined;
	return /^\/\/[^/]+(\/.*)$/s.exec(afterScheme)?.[1];
}

function replaceControlCharacters(text: string | undefined): string | undefined {
	// eslint-disable-next-line no-control-regex
	return text?.replace(/[\x00-\x1f\x7f]/g, '_');
}
