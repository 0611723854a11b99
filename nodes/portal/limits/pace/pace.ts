import { openPlans } from './plans';
import { openRate, type Rate } from './rate';

/**
 * How fast one portal takes requests from this process. Its bucket is filled freely as long as the smallest plan's
 * would have room. Then it is asked with caution, one request at a time and one more for each that is taken: the
 * portal refuses, and the rate is measured from then on, or it takes more than the plan allows, and the next larger
 * plan is believed, in the end none at all. Several processes, and others at the same address, need not know of each
 * other: each measures what is left to it.
 */
export interface Pace {
	/** Milliseconds until one more request may go; 0 when it may go now. An answer may shorten it: ask again then. */
	waitMs(nowMs: number): number;
	/** Counts a request before it is sent. Exactly one of the following ends it. */
	reserve(nowMs: number): void;
	/** It was not sent after all. */
	giveBack(nowMs: number): void;
	/** The portal took it, or its answer was lost: then it may have. */
	taken(nowMs: number): void;
	/** The portal had no room for it, and ran nothing. */
	refused(nowMs: number, retryAfterMs?: number): void;
}

/** A refusal comes back at once, work takes its time: a request that is out for longer holds back no other. */
const DOUBT_MS = 250;
/** A portal that takes nothing at all is still asked this often. */
const LONGEST_WAIT_MS = 8000;
/** How many more may be in flight for each request that was taken: fewer once the portal is known to refuse. */
const TRUST = { free: 1, limited: 0.5 };

export function openPace(): Pace {
	const plans = openPlans();
	let rate: Rate | undefined;
	let lastMs = 0;
	let sinceSentMs = 0;
	let pauseMs = 0;
	let inFlight = 0;
	/** Of these, sent before the portal was last asked with caution: they say nothing new. */
	let outdated = 0;
	/** How many may be in flight beside one. */
	let trust = 0;
	let isCautious = true;

	/** The clock may be set in either direction: only what passed since the last call counts. */
	function advance(nowMs: number) {
		const passedMs = Math.max(0, nowMs - lastMs);
		lastMs = nowMs;
		sinceSentMs += passedMs;
		pauseMs = Math.max(0, pauseMs - passedMs);
		(rate ?? plans).advance(passedMs / 1000);
	}

	function beCautious() {
		isCautious = true;
		trust = 0;
		outdated = inFlight;
	}

	function untilRoomMs(): number {
		if (rate) return Math.min(LONGEST_WAIT_MS, rate.secondsUntilRoom() * 1000);
		if (plans.fullness() < 1 / 2) isCautious = false;
		else if (plans.fullness() > 1 && !isCautious) beCautious();
		return 0;
	}

	/** True: the answer is to a request sent before the last refusal. */
	function land(): boolean {
		inFlight -= 1;
		if (outdated === 0) return false;
		outdated -= 1;
		return true;
	}

	return {
		waitMs(nowMs) {
			advance(nowMs);
			const roomMs = untilRoomMs();
			const doubtMs = inFlight > Math.floor(trust) ? DOUBT_MS - sinceSentMs : 0;
			return Math.max(0, Math.ceil(Math.max(pauseMs, roomMs, doubtMs)));
		},
		reserve(nowMs) {
			advance(nowMs);
			inFlight += 1;
			sinceSentMs = 0;
			(rate ?? plans).add(1);
		},
		giveBack(nowMs) {
			advance(nowMs);
			inFlight -= 1;
			outdated = Math.min(outdated, inFlight);
			(rate ?? plans).add(-1);
		},
		taken(nowMs) {
			advance(nowMs);
			const isOutdated = land();
			if (!isOutdated) trust += rate ? TRUST.limited : TRUST.free;
			if (rate) {
				rate.taken();
				// The refusal has emptied the account: what was in flight then is booked when it is known to have been taken.
				if (isOutdated) rate.add(1);
			} else if (plans.disprove()) isCautious = false;
		},
		refused(nowMs, retryAfterMs = 0) {
			advance(nowMs);
			pauseMs = Math.max(pauseMs, retryAfterMs);
			// Refusals of what was in flight together are one event.
			if (land() && rate) return;
			if (rate) rate.refused();
			else rate = openRate(plans.likeliest());
			beCautious();
		},
	};
}
