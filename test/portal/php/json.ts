const NAMED_ESCAPES: Record<string, string> = {
	'\\"': '\\u0022',
	'<': '\\u003C',
	'>': '\\u003E',
	'&': '\\u0026',
	"'": '\\u0027',
	'/': '\\/',
	'\u2028': '\\u2028',
	'\u2029': '\\u2029',
};

/**
 * JSON as the portal writes it: `< > & ' "` inside texts as \u00XX, slashes escaped, everything else as UTF-8.
 * Escapes are matched as pairs, so that the quote of `\\"` is told from the end of a text.
 */
export function encodeJson(value: unknown): string {
	return JSON.stringify(value).replace(/\\.|[<>&'/\u2028\u2029]/g, (found) => NAMED_ESCAPES[found] ?? found);
}
