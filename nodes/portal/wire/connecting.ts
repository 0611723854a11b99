import type { Clock } from './clock';
import type { Caller } from './credential';

/**
 * n8n's helper knows one time limit for all of a request, and a portal may work for a minute on one. So whether a request
 * that brings nothing is still connecting (packets dropped by a firewall, a handshake or a proxy's tunnel that hangs) is
 * seen by a second, harmless one to the same address: if nothing of that leaves n8n either, the first is broken off.
 */
const SILENT_MS = 5000;

/** What a request that is watched is to be sent with. */
export interface Watch {
	/** In whose name, so that the signal counts. */
	caller: Caller;
	/** Breaks the request off when it does not connect, or the execution is stopped. */
	signal: AbortSignal;
	/** It did not connect. */
	isBrokenOff(): boolean;
}

/** Watches a request as long as it lasts. @param leadsNowhere sends the second one: nothing of it left n8n */
export async function watched<T>(
	context: Caller,
	clock: Clock,
	leadsNowhere: () => Promise<boolean>,
	request: (watch: Watch) => Promise<T>,
): Promise<T> {
	const stopped = signalOf(context);
	const over = new AbortController();
	const off = new AbortController();
	const breakOff = () => off.abort();

	async function look(): Promise<void> {
		await clock.wait(SILENT_MS, over.signal);
		if (!over.signal.aborted && (await leadsNowhere())) breakOff();
	}

	try {
		stopped?.addEventListener('abort', breakOff);
		if (stopped?.aborted) breakOff();
		void look();
		return await request({
			caller: withoutSignal(context),
			signal: off.signal,
			isBrokenOff: () => off.signal.aborted && stopped?.aborted !== true,
		});
	} finally {
		over.abort();
		stopped?.removeEventListener('abort', breakOff);
	}
}

/** The signal of an execution, which Stop aborts; n8n publishing a workflow has none. */
export const signalOf = (context: Caller): AbortSignal | undefined =>
	'getExecutionCancelSignal' in context ? context.getExecutionCancelSignal() : undefined;

/** n8n's helper takes the signal of an execution in place of any other, if the caller has one. */
const withoutSignal = (context: Caller): Caller =>
	new Proxy(context, {
		has: (target, name) => name !== 'getExecutionCancelSignal' && name in target,
		get(target, name) {
			const value: unknown = Reflect.get(target, name);
			return typeof value === 'function' ? value.bind(target) : value;
		},
	});
