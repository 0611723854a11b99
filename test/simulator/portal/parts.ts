/** A part of an answer as it was read from JSON. */
export type Part = Record<string, unknown>;

export const refuse = (): never => {
	throw new Error('This part of an answer cannot be read');
};

/** A part in which one key cannot be read. */
export const throwing = (part: Part, key: string): Part =>
	Object.defineProperty({ ...part }, key, { get: refuse, enumerable: true, configurable: true });

/** The `result` of a whole answer, as far as it is one. */
export const resultOf = (body: unknown): Part => {
	const { result } = body as Part;
	return typeof result === 'object' && result !== null ? (result as Part) : {};
};
