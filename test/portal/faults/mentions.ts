/** Whether a text occurs anywhere in the values: a workflow id needs no escaping, so also inside a batch command. */
export function mentions(values: unknown, text: string): boolean {
	if (typeof values === 'string') return values.includes(text);
	if (typeof values !== 'object' || values === null) return false;
	return Object.values(values).some((value) => mentions(value, text));
}
