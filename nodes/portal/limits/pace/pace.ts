import { openPlans } from './plans';
import { openRate, type Rate } from './rate';

/**
 * How fast one portal takes requests from this process. The portal is a leaky bucket which all processes at one address
 * share; they know of each other only by its refusals. The bucket is filled freely as long as the smallest plan's would
 * have room: one request first, and ever more at once the more were taken. Near its rim the portal is asked with caution,
 * one request at a time. Either it takes more than the plan allows, and the next larger plan is believed, in the end none
 * at all; or it refuses. Then the bucket is full, and how much of it is ours tells our share, as all began together: from
 * then on we keep to a rate (rate.ts), which every later refusal corrects. Who is refused before anything of his was taken
 * has learnt nothing, and begins again after a rest. A portal that refuses again and again is asked ever more seldom, but
 * every twenty seconds. Throughput is lost only while the bucket is empty, so everyone gives way a little more than needed
 * and presses again a little before that happens.
 */
export interface Pace {
	/** Milliseconds until one more request may go; 0 when it may go now. An answer may shorten it: ask again then. */
	waitMs(nowMs: number): number;
	/** One request is being sent, also when it should have waited. Exactly one of the following ends it. */
	sent(nowMs: number): void;
	/** The portal took it, or its answer was lost: then it may have. */
	taken(nowMs: number): void;
	/** The portal had no room for it, and ran nothing. */
	refused(nowMs: number): void;
	/** It never came to the portal. */
	unsent(nowMs: number): void;
}

/** A refusal comes back at once, work takes its time: a request that is out for longer holds back no other. */
const DOUBT_MS = 250;
/** How many more may be in flight for each request that was taken: fewer once the portal is known to refuse. */
const TRUST = { free: 1 / 4, limited: 1 / 16 };
/** After a refusal that told nothing; doubled each time. */
const FIRST_REST_SECONDS = 1;
const LONGEST_REST_SECONDS = 20;
/** A refusal longer ago says nothing of the bucket now. */
const LONGEST_MEMORY_SECONDS = 60;
/** Fewer taken since say nothing of a rate. */
const LEAST_TAKEN = 2;

/** @param random in [0, 1), so that several processes do not ask at the same moments */
export function openPace(random: () => number): Pace {
	const plans = openPlans();
	let rate: Rate | undefined;
	let lastMs = 0;
	let sinceSentMs = Infinity;
	let restSeconds = 0;
	let refusedInARow = 0;
	/** How often the portal has refused, since it was last known how much it takes. */
	let learntNothing = 0;
	let inFlight = 0;
	/** Of these, sent before the portal was last asked with caution: they say nothing new. */
	let outdated = 0;
	/** How many may be in flight beside one. */
	let trust = 0;
	let isCautious = true;
	/** Since the bucket was known to be full. */
	let sinceFull: { seconds: number; taken: number } | undefined;

	/** The clock may be set in either direction: only what passed since the last call counts. */
	function advance(nowMs: number): void {
		const seconds = Math.max(0, nowMs - lastMs) / 1000;
		lastMs = nowMs;
		sinceSentMs += seconds * 1000;
		restSeconds = Math.max(0, restSeconds - seconds);
		plans.advance(seconds);
		rate?.advance(seconds);
		if (sinceFull) sinceFull.seconds += seconds;
		if (rate?.isForgotten()) rate = undefined;
	}

	function beCautious(): void {
		isCautious = true;
		trust = 0;
		outdated = inFlight;
	}

	function watchTheRim(): void {
		if (plans.fullness() < 1 / 2) isCautious = false;
		else if (plans.fullness() > 1 && !isCautious) beCautious();
	}

	/** One request has come back. @returns whether it says something new */
	function land(): boolean {
		inFlight -= 1;
		if (outdated === 0) return true;
		outdated -= 1;
		return false;
	}

	/** @returns whether that says something new */
	function landInVain(): boolean {
		const isNews = land();
		plans.add(-1);
		rate?.notTaken(isNews);
		return isNews;
	}

	/** Full then and full now: what was taken in between is our share of what has leaked out. */
	function measuredShare(): number {
		if (!sinceFull || sinceFull.seconds > LONGEST_MEMORY_SECONDS || sinceFull.taken < LEAST_TAKEN) return 0;
		return sinceFull.taken / Math.max(1, sinceFull.seconds);
	}

	/** Who has learnt nothing is one of many, and rests longer each time, also when something was taken meanwhile. */
	function rest(): void {
		if (rate && refusedInARow === 1) return;
		const times = rate ? refusedInARow : learntNothing;
		const longest = Math.min(LONGEST_REST_SECONDS, FIRST_REST_SECONDS * 2 ** (times - 1));
		restSeconds = (longest * (1 + random())) / 2;
	}

	return {
		waitMs(nowMs) {
			advance(nowMs);
			if (!rate) watchTheRim();
			const roomSeconds = Math.max(restSeconds, rate?.secondsUntilRoom() ?? 0);
			const doubtMs = inFlight > Math.floor(trust) ? DOUBT_MS - sinceSentMs : 0;
			return Math.max(0, Math.ceil(Math.max(roomSeconds * 1000, doubtMs)));
		},
		sent(nowMs) {
			advance(nowMs);
			inFlight += 1;
			sinceSentMs = 0;
			plans.add(1);
			rate?.sent();
		},
		taken(nowMs) {
			advance(nowMs);
			refusedInARow = 0;
			if (sinceFull) sinceFull.taken += 1;
			if (land()) trust += rate ? TRUST.limited : TRUST.free;
			if (!rate && plans.disprove(inFlight)) isCautious = false;
		},
		refused(nowMs) {
			advance(nowMs);
			// Refusals of what was in flight together are one event.
			if (!landInVain() && (rate || refusedInARow > 0)) return;
			refusedInARow += 1;
			const share = measuredShare() || plans.shareIfFull();
			sinceFull = { seconds: 0, taken: 0 };
			if (rate) rate.refused(refusedInARow);
			else if (share > 0) rate = openRate(share, random);
			learntNothing = rate ? 0 : learntNothing + 1;
			rest();
			beCautious();
		},
		unsent(nowMs) {
			advance(nowMs);
			landInVain();
		},
	};
}
