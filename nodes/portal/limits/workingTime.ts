import { isObject, toNumber } from '../answers/reply';
import { openBrake } from './brake';
import { backOffMs } from './patience';

/** Farther apart than this, the portal's clock is no clock to compare with. */
const LARGEST_CLOCK_DIFFERENCE_MS = 60 * 60 * 1000;
/** The portal names whole seconds. */
const ROUNDING_MS = 1000;
/** It frees some within minutes; what is farther away is no time that it named. */
const LATEST_RESET_MS = 24 * 60 * 60 * 1000;

/**
 * Working time of one account: a method, or the batches around them, of one webhook or application. What the portal
 * said about it, and how to stay below its limit. It is not known for certain whether a portal charges the commands of
 * a batch or the batch; so both are accounts. Only successful answers name times, a refusal (OPERATION_TIME_LIMIT) does not.
 * @see https://apidocs.bitrix24.com/limits.html
 */
export interface WorkingTime {
	/** Reads the `time` block of an answer or of one command. */
	note(time: unknown, nowMs: number): void;
	/** The portal refused it with OPERATION_TIME_LIMIT; to be told after the answers of the same batch. */
	refused(nowMs: number): void;
	/**
	 * How long a request that needs about so many seconds of working time has to wait, in milliseconds; 0 when it may
	 * go, or when the portal names no working time. Answers shorten the wait.
	 */
	waitMs(nowMs: number, seconds: number): number;
	/** Counts a request while it is under way. @returns ends that, after its answer has been noted */
	use(nowMs: number, seconds: number): () => void;
	/** Milliseconds until the portal frees working time, if it is known and still to come. */
	resetsInMs(nowMs: number): number | undefined;
	resetsAt(nowMs: number): string | undefined;
}

export function openWorkingTime(): WorkingTime {
	const brake = openBrake();
	let latest = { used: 0, reset: 0 };
	let resetMs = 0;
	let blockedUntilMs = 0;
	let refusals = 0;
	const resetsInMs = (nowMs: number) => (resetMs > nowMs ? resetMs - nowMs : undefined);

	/**
	 * Answers overtake each other: within a part of the window the figure only grows, and the reset only moves on.
	 * An account that is not charged tells nothing used.
	 */
	function isNews(used: number, reset: number, nowMs: number): boolean {
		if (latest.used === 0 || resetMs <= nowMs) return true;
		return used > 0 && (reset > latest.reset || (reset === latest.reset && used >= latest.used));
	}

	return {
		note(time, nowMs) {
			if (!isObject(time)) return;
			const reset = toNumber(time.operating_reset_at);
			const used = toNumber(time.operating ?? 0);
			const isUsable = reset > 0 && reset * 1000 < nowMs + LATEST_RESET_MS && used >= 0 && used < Infinity;
			if (!isUsable || !isNews(used, reset, nowMs)) return;
			// The portal goes on: what it refused before is past.
			refusals = 0;
			blockedUntilMs = 0;
			latest = { used, reset };
			resetMs = reset * 1000 + clockDifferenceMs(toNumber(time.finish), nowMs) + ROUNDING_MS;
			if (used > 0) brake.read(used, resetMs, nowMs);
		},
		refused(nowMs) {
			brake.refused(nowMs);
			blockedUntilMs = Math.max(blockedUntilMs, nowMs + (resetsInMs(nowMs) ?? backOffMs(refusals)));
			refusals += 1;
		},
		waitMs: (nowMs, seconds) => Math.max(0, blockedUntilMs - nowMs, brake.waitMs(nowMs, seconds)),
		use(nowMs, seconds) {
			brake.reserve(nowMs, seconds);
			return () => brake.release(seconds);
		},
		resetsInMs,
		resetsAt: (nowMs) => (resetsInMs(nowMs) === undefined ? undefined : new Date(resetMs).toISOString()),
	};
}

/** How far our clock is ahead of the portal's, which dates its answers in `time.finish` (unix seconds). */
function clockDifferenceMs(finish: number, nowMs: number): number {
	const difference = nowMs - finish * 1000;
	return Math.abs(difference) <= LARGEST_CLOCK_DIFFERENCE_MS ? difference : 0;
}
