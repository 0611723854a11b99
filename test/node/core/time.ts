/* eslint-disable @n8n/community-nodes/no-restricted-globals -- tests run in Node, not in n8n */

/** What some work came to, and how many seconds it took. */
export async function timed<T>(work: Promise<T>): Promise<{ value: T; seconds: number }> {
	const start = performance.now();
	const value = await work;
	return { value, seconds: (performance.now() - start) / 1000 };
}

export const pause = async (milliseconds: number): Promise<void> =>
	await new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Resolves once it is so; the test's own time limit ends it otherwise. */
export async function until(isSo: () => boolean): Promise<void> {
	while (!isSo()) await pause(5);
}
