import type { Clock } from './clock';
import type { Caller } from './credential';

/**
 * n8n's helper knows one time limit for all of a request, and a portal may work for a minute on one. So whether a request
 * that brings nothing is still connecting (packets dropped by a firewall, a handshake or a proxy's tunnel that hangs) is
 * seen by a second, harmless one to the same address: if nothing of that leaves n8n either, the first is broken off.
 */
const SILENT_MS = 5000;

/** Breaks a request off that does not connect, or when the execution is stopped. */
export interface Watch {
	/** What the request is to be sent in the name of, so that its signal counts. */
	caller: Caller;
	signal: AbortSignal;
	/** It did not connect. */
	isBrokenOff(): boolean;
	/** The request is over. */
	end(): void;
}

/** @param leadsNowhere sends the second request: nothing of it left n8n */
export function openWatch(context: Caller, clock: Clock, leadsNowhere: () => Promise<boolean>): Watch {
	const stopped = signalOf(context);
	const over = new AbortController();
	const off = new AbortController();
	const breakOff = () => off.abort();
	stopped?.addEventListener('abort', breakOff);
	if (stopped?.aborted) breakOff();

	async function look(): Promise<void> {
		await clock.wait(SILENT_MS, over.signal);
		if (!over.signal.aborted && (await leadsNowhere())) breakOff();
	}
	void look();

	return {
		caller: withoutSignal(context),
		signal: off.signal,
		isBrokenOff: () => off.signal.aborted && stopped?.aborted !== true,
		end() {
			over.abort();
			stopped?.removeEventListener('abort', breakOff);
		},
	};
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
