/**
 * PHP's `urldecode` with the bytes then read as UTF-8: `+` is a space, a malformed escape stays as written,
 * bytes that are no UTF-8 become U+FFFD.
 */
export function urlDecode(text: string): string {
	const spaced = text.includes('+') ? text.replaceAll('+', ' ') : text;
	if (!spaced.includes('%')) return spaced;
	try {
		return decodeURIComponent(spaced);
	} catch {
		return decodeBytes(spaced);
	}
}

function decodeBytes(text: string): string {
	const parts = text.split(/((?:%[0-9a-f]{2})+)/i);
	const bytes = parts.map((part, index) =>
		index % 2 ? Buffer.from(part.replaceAll('%', ''), 'hex') : Buffer.from(part),
	);
	return Buffer.concat(bytes).toString('utf8');
}
