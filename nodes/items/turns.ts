const turns = new WeakMap<AbortSignal, Promise<unknown>>();

/**
 * Does one thing after the other within an execution. n8n runs nodes in turn, but an agent may call its tools at the
 * same time, and the portal refuses a second call for a workflow while it works on the first.
 * @param signal the execution's own, which all its nodes share
 */
export async function inTurn<T>(signal: AbortSignal | undefined, work: () => Promise<T>): Promise<T> {
	if (signal === undefined) return await work();
	const earlier = turns.get(signal) ?? Promise.resolve();
	const mine = earlier.then(work, work);
	turns.set(signal, mine);
	return await mine;
}
