import type { Failure } from '../answers/failure';

/** What the portal said it cannot take now, and when it will, if it said so. */
export interface Limit {
	failure: Failure;
	/** Milliseconds until the portal takes the method again, as far as it has said. */
	resetsInMs?: number;
	retryAfterSeconds?: number;
}

/** A workflow that is being executed is free again soon, or hangs for good. */
const BUSY_WAITS_MS = [500, 1000, 2000, 4000, 8000];
/** For what may be asked again after a lost answer: the network is back soon, or the user should know. */
const LOST_WAITS_MS = [500, 2000, 5000];
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 8000;

/** All lanes of a run have one patience: when one of them gets through, the others may hope. */
export interface Patience {
	/**
	 * How long to wait before asking again, in milliseconds; undefined when it is time to give up.
	 * @param tries how often these commands were put off already
	 * @param askedMs when they were asked, in unix milliseconds
	 */
	next(limits: Limit[], tries: number, nowMs: number, askedMs: number): number | undefined;
	/** When it is over, in unix milliseconds, if nothing gets through until then. */
	endsMs(): number;
	/** The portal took something: all waiting so far is forgotten. */
	progress(): void;
}

/** @param maxWaitMs longest wait in all without any progress */
export function openPatience(maxWaitMs: number): Patience {
	let sinceMs = Infinity;

	return {
		next(limits, tries, nowMs, askedMs) {
			// Time that went by for an answer that did not come was waited, too.
			sinceMs = Math.min(sinceMs, limits.some(isLost) ? askedMs : nowMs);
			const left = sinceMs + maxWaitMs - nowMs;
			const waits = limits.map((limit) => waitFor(limit, tries, left));
			if (waits.some((wait) => wait === undefined)) return undefined;
			return Math.max(0, ...(waits as number[]));
		},
		endsMs: () => sinceMs + maxWaitMs,
		progress() {
			sinceMs = Infinity;
		},
	};
}

function waitFor(limit: Limit, tries: number, left: number): number | undefined {
	if (left <= 0) return undefined;
	const { code } = limit.failure;
	if (isLost(limit) || code === '423') {
		const wait = (isLost(limit) ? LOST_WAITS_MS : BUSY_WAITS_MS)[tries];
		return wait === undefined ? undefined : Math.min(wait, left);
	}
	// A time that the portal named is kept or not waited for at all: asking sooner is in vain.
	const named = limit.retryAfterSeconds ? limit.retryAfterSeconds * 1000 : limit.resetsInMs;
	if (named !== undefined) return named <= left ? named : undefined;
	// The pace of all requests to this portal says when.
	if (isRequestLimit(limit)) return 0;
	return Math.min(FIRST_WAIT_MS * 2 ** tries, LONGEST_WAIT_MS, left);
}

const isLost = ({ failure }: Limit): boolean => failure.kind === 'unanswered';

/** The portal counts requests, and had enough of them for now. */
export const isRequestLimit = ({ failure }: Limit): boolean => failure.code === 'QUERY_LIMIT_EXCEEDED';
