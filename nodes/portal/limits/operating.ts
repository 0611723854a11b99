import { openBrake, type Brake } from './pace/brake';
import { isObject } from '../answers/reply';

/** Farther apart than this, the portal's clock is no clock to compare with. */
const LARGEST_CLOCK_DIFFERENCE_MS = 60 * 60 * 1000;
/** The portal names whole seconds. */
const ROUNDING_MS = 1000;

/**
 * Working time of one method for one webhook or application: what the portal said about it, and how to stay below its
 * limit. Only successful answers name times: the refusal itself (OPERATION_TIME_LIMIT) does not.
 * @see https://apidocs.bitrix24.com/limits.html
 */
export interface OperatingTimes {
	/** Reads the `time` block of an answer or of one command. */
	note(time: unknown, nowMs: number): void;
	/** The portal refused a command with OPERATION_TIME_LIMIT; to be told after the answers of the same batch. */
	refused(nowMs: number): void;
	/**
	 * How long a request that needs about so many seconds of working time has to wait, in milliseconds; 0 when it may
	 * go, or when the portal names no working time. Ask again after some seconds at most: answers shorten the wait, and
	 * others may have gone meanwhile.
	 */
	brakeMs(nowMs: number, seconds: number): number;
	/** Counts a request from when it may go until its answer has been noted, in which it is released. */
	reserve(nowMs: number, seconds: number): void;
	release(seconds: number): void;
	/** Milliseconds until the portal frees working time, if it is known and still to come. */
	resetsInMs(nowMs: number): number | undefined;
	resetsAt(nowMs: number): string | undefined;
}

export function openOperatingTimes(): OperatingTimes {
	const brake: Brake = openBrake();
	let latest = { used: 0, reset: 0 };
	let resetMs = 0;
	const resetsInMs = (nowMs: number) => (resetMs > nowMs ? resetMs - nowMs : undefined);

	/**
	 * Answers overtake each other: within a part of the window the figure only grows, and the reset only moves on.
	 * The batch around the commands may be counted on its own; then it tells nothing used, which says nothing of them.
	 */
	function isNews(used: number, reset: number, nowMs: number): boolean {
		if (latest.used === 0 || resetMs <= nowMs) return true;
		return used > 0 && (reset > latest.reset || (reset === latest.reset && used >= latest.used));
	}

	return {
		note(time, nowMs) {
			if (!isObject(time)) return;
			const reset = Number(time.operating_reset_at);
			const used = Number(time.operating ?? 0);
			if (!(reset > 0) || !(used >= 0) || !isNews(used, reset, nowMs)) return;
			latest = { used, reset };
			resetMs = reset * 1000 + clockDifferenceMs(Number(time.finish), nowMs) + ROUNDING_MS;
			if (used > 0) brake.read(used, resetMs, nowMs);
		},
		refused: brake.refused,
		brakeMs: brake.waitMs,
		reserve: brake.reserve,
		release: brake.release,
		resetsInMs,
		resetsAt: (nowMs) => (resetsInMs(nowMs) === undefined ? undefined : new Date(resetMs).toISOString()),
	};
}

/** How far our clock is ahead of the portal's, which dates its answers in `time.finish` (unix seconds). */
function clockDifferenceMs(finish: number, nowMs: number): number {
	const difference = nowMs - finish * 1000;
	return Math.abs(difference) <= LARGEST_CLOCK_DIFFERENCE_MS ? difference : 0;
}
