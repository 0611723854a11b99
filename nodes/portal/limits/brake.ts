/** On the cloud; the portal checks it before it runs a command. @see https://apidocs.bitrix24.com/limits.html */
const DOCUMENTED_LIMIT_SECONDS = 480;
/** What was used falls out of the window in ten parts, each within so long after the one before. */
const PART_MS = 60_000;
/** Below this share of the limit nothing is held back. Above it, what is left is spread over the time until some is freed. */
const FREE_SHARE = 0.8;
/** Kept free, as requests need more than foreseen and other processes use up what nobody here has reserved. */
const USABLE_SHARE = 0.95;
/** While the answer to that one request is awaited. */
const NEXT_LOOK_MS = 500;
/** A limit is disproved when so much more was used: requests under way together may overstep it a little. */
const DISPROVED_SHARE = 1.2;
/** A refusal tells where the limit is only if the last reading is as new as this. */
const FRESH_MS = 5000;
/** A limit learned too low is found out again, a little each time that some is freed. */
const REGAIN = 1.02;

/** Holds requests back before the portal blocks their method for its working time. */
export interface Brake {
	/** An answer told the seconds used in the moving window, and the time at which the oldest part is freed. */
	read(usedSeconds: number, resetMs: number, nowMs: number): void;
	/** The portal refused a command for its working time. */
	refused(nowMs: number): void;
	/** How long a request that needs about so many seconds of working time has to wait; 0 before any reading. */
	waitMs(nowMs: number, seconds: number): number;
	reserve(nowMs: number, seconds: number): void;
	release(seconds: number): void;
}

export function openBrake(): Brake {
	let limit = DOCUMENTED_LIMIT_SECONDS;
	let reading: { used: number; resetMs: number; nowMs: number } | undefined;
	let reserved = 0;
	let underWay = 0;
	let lastReservedMs = 0;

	function exactWaitMs(nowMs: number, seconds: number): number {
		if (!reading || limit === Infinity) return 0;
		const { used, resetMs } = reading;
		// Something is free again, and one request finds out how much.
		if (nowMs >= resetMs) return underWay === 0 ? 0 : NEXT_LOOK_MS;
		const needed = reserved + Math.min(seconds, (USABLE_SHARE - FREE_SHARE) * limit);
		if (used + needed <= FREE_SHARE * limit) return 0;

		const left = USABLE_SHARE * limit - used - needed;
		const freedInMs = resetMs - nowMs;
		if (left < 0) return freedInMs;
		const spreadMs = (freedInMs * seconds) / (left + seconds);
		return Math.max(0, Math.min(freedInMs, lastReservedMs + spreadMs - nowMs));
	}

	return {
		read(used, resetMs, nowMs) {
			if (reading && resetMs >= reading.resetMs + PART_MS / 2) {
				limit = Math.max(limit, Math.min(DOCUMENTED_LIMIT_SECONDS, limit * REGAIN));
			}
			if (used > limit * DISPROVED_SHARE)
				limit = limit < DOCUMENTED_LIMIT_SECONDS ? DOCUMENTED_LIMIT_SECONDS : Infinity;
			reading = { used, resetMs, nowMs };
		},
		refused(nowMs) {
			if (!reading) return;
			limit = Math.min(limit, nowMs - reading.nowMs <= FRESH_MS ? reading.used : DOCUMENTED_LIMIT_SECONDS);
			reading.used = Math.max(limit, reading.used);
		},
		waitMs: (nowMs, seconds) => Math.ceil(exactWaitMs(nowMs, seconds)),
		reserve(nowMs, seconds) {
			reserved += seconds;
			underWay += 1;
			lastReservedMs = nowMs;
		},
		release(seconds) {
			reserved = Math.max(0, reserved - seconds);
			underWay -= 1;
		},
	};
}
