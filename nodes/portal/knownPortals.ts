import { openClock } from './wire/clock';
import { openBatchSize, type BatchSize } from './limits/batchSize';
import { openOperatingTimes, type OperatingTimes } from './limits/operating';
import { openPace } from './limits/pace/pace';
import { openTurnstile, type Turnstile } from './limits/pace/turnstile';

/** What this process has learnt about a portal. All executions share it, for the portal counts them together. */
export interface KnownPortal {
	turnstile: Turnstile;
	batchSize: BatchSize;
	/** The portal counts working time for each method of each webhook or application. */
	operating(credential: string, method: string): OperatingTimes;
}

const known = new Map<string, KnownPortal>();

/** @param origin e.g. `https://portal.bitrix24.com`; its webhooks and applications share the limit of requests */
export function knownPortal(origin: string): KnownPortal {
	const portal = known.get(origin) ?? meet();
	known.set(origin, portal);
	return portal;
}

function meet(): KnownPortal {
	const operatingTimes = new Map<string, OperatingTimes>();

	return {
		turnstile: openTurnstile(openPace(), openClock(undefined)),
		batchSize: openBatchSize(),
		operating(credential, method) {
			const key = `${credential} ${method}`;
			const times = operatingTimes.get(key) ?? openOperatingTimes();
			operatingTimes.set(key, times);
			return times;
		},
	};
}
