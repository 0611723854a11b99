/** How long one run waits without any progress: Max Wait. */
export interface Patience {
	/** It waits: the time begins, unless it has begun already. */
	begin(nowMs: number): void;
	/** Something got through: all waiting so far is forgotten. */
	progress(): void;
	/** When it is over, in unix milliseconds; Infinity while nothing is waited for. */
	endsMs(): number;
	/**
	 * When the portal is to be asked, whatever the node's own pace says: from the middle on, and ever more often towards the
	 * end, so that nobody among many goes away with nothing while the others get through.
	 * @param askedMs when it was asked last
	 */
	dueMs(askedMs: number): number;
}

/** A portal that refuses is not asked more often than this for the sake of patience. */
const SHORTEST_PAUSE_MS = 2000;

export function openPatience(maxWaitMs: number): Patience {
	let sinceMs: number | undefined;

	return {
		begin(nowMs) {
			sinceMs ??= nowMs;
		},
		progress() {
			sinceMs = undefined;
		},
		endsMs: () => (sinceMs === undefined ? Infinity : sinceMs + maxWaitMs),
		dueMs(askedMs) {
			if (sinceMs === undefined) return Infinity;
			const halfMs = maxWaitMs / 2;
			if (askedMs < sinceMs) return sinceMs + halfMs;
			const leftMs = sinceMs + maxWaitMs - askedMs;
			const pauseMs = Math.min(halfMs, Math.max(SHORTEST_PAUSE_MS, leftMs / 8) * scatter(askedMs));
			return Math.max(sinceMs + halfMs, askedMs + pauseMs);
		},
	};
}

/** Half to one and a half, another one each time: who asks in step with others may always come a moment after them. */
const scatter = (ms: number): number => 0.5 + (Math.abs(ms * 0.618034) % 1);

/** A workflow that is being executed is free again soon, or hangs for good. */
const BUSY_WAITS_MS = [500, 1000, 2000, 4000, 8000];
/** For what may be sent again after a lost answer: the network is back soon, or the user should know. */
const LOST_WAITS_MS = [500, 2000, 5000];
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 8000;

/** How long a command waits that was put off so many times before. @returns undefined: it is not asked again */
export const busyWaitMs = (putOffs: number): number | undefined => BUSY_WAITS_MS[putOffs];
export const lostWaitMs = (putOffs: number): number | undefined => LOST_WAITS_MS[putOffs];

/** How long everything waits when nothing gets through, the how-manieth time in a row (from 0). */
export const backOffMs = (tries: number): number => Math.min(FIRST_WAIT_MS * 2 ** tries, LONGEST_WAIT_MS);
