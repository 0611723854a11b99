import type { Failure } from './failure';

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
/** The bucket of requests leaks two a second, so half a second makes room for one. */
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 8000;

export interface Patience {
	/**
	 * How long to wait before asking again, in milliseconds; undefined when it is time to give up.
	 * @param tries how often these commands were put off already
	 */
	next(limits: Limit[], tries: number): number | undefined;
	/** Time went by for an answer that did not come. */
	spent(milliseconds: number): void;
	/** The portal took something: all waiting so far is forgotten. */
	progress(): void;
}

/** @param maxWaitMs longest wait in all without any progress */
export function openPatience(maxWaitMs: number): Patience {
	let waited = 0;

	return {
		next(limits, tries) {
			const left = maxWaitMs - waited;
			const waits = limits.map((limit) => waitFor(limit, tries, left));
			if (waits.some((wait) => wait === undefined)) return undefined;
			const wait = Math.max(0, ...(waits as number[]));
			waited += wait;
			return wait;
		},
		spent(milliseconds) {
			waited += milliseconds;
		},
		progress() {
			waited = 0;
		},
	};
}

function waitFor(limit: Limit, tries: number, left: number): number | undefined {
	if (left <= 0) return undefined;
	const { kind, code } = limit.failure;
	if (kind === 'unanswered' || code === '423') {
		const wait = (kind === 'unanswered' ? LOST_WAITS_MS : BUSY_WAITS_MS)[tries];
		return wait === undefined ? undefined : Math.min(wait, left);
	}
	// A time that the portal named is kept or not waited for at all: asking sooner is in vain.
	const named = limit.retryAfterSeconds ? limit.retryAfterSeconds * 1000 : limit.resetsInMs;
	if (named !== undefined) return named <= left ? named : undefined;
	return Math.min(FIRST_WAIT_MS * 2 ** tries, LONGEST_WAIT_MS, left);
}
