/** `/path?a=b?c` as path `/path` and query `a=b?c`. */
export function splitQuery(address: string): { path: string; query: string } {
	const question = address.indexOf('?');
	if (question < 0) return { path: address, query: '' };
	return { path: address.slice(0, question), query: address.slice(question + 1) };
}
