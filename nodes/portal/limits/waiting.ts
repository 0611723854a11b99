import type { Failure } from '../answers/failure';
import type { Clock } from '../wire/clock';
import type { WorkingTime } from './workingTime';
import { backOffMs, busyWaitMs, lostWaitMs, openPatience, type Patience } from './patience';

/** How long one run waits for what was put off, and for how long nothing more of it is sent. */
export interface Waiting {
	patience: Patience;
	/** Nothing gets through: nothing is sent before, in unix milliseconds. */
	heldUntilMs(): number;
	/** Something got through. */
	progress(): void;
	/** @returns unix milliseconds before which a command is not asked again; undefined: it is not asked again */
	putOff(putOff: PutOff): number | undefined;
}

export interface PutOff {
	failure: Failure;
	/** How often the same was put off before. */
	times: number;
	/** When it was sent, in unix milliseconds. */
	askedMs: number;
	/** The account of working time that it is charged to. */
	account: WorkingTime;
}

export function openWaiting(clock: Clock, maxWaitMs: number): Waiting {
	const patience = openPatience(maxWaitMs);
	let held = newHold();

	/** What was under way together meets the same trouble, which counts once. */
	function hold(askedMs: number, nowMs: number): void {
		if (askedMs < held.sinceMs) return;
		held = { tries: held.tries + 1, sinceMs: nowMs, untilMs: nowMs + backOffMs(held.tries) };
	}

	return {
		patience,
		heldUntilMs: () => held.untilMs,
		progress() {
			patience.progress();
			held = newHold();
		},
		putOff({ failure: { kind, limit }, times, askedMs, account }) {
			const nowMs = clock.now();
			const isLost = kind === 'unanswered';
			const isAway = limit === 'unreached' || limit === 'unrenewed';
			// Time that went by for an answer that did not come was waited, too.
			patience.begin(isLost || isAway ? askedMs : nowMs);
			const leftMs = patience.endsMs() - nowMs;
			const waitMs = isLost ? lostWaitMs(times) : limit === 'busy' ? busyWaitMs(times) : 0;
			// A time that the portal named is kept or not waited for at all: asking sooner is in vain.
			const namedMs = limit === 'workingTime' ? (account.resetsInMs(nowMs) ?? 0) : 0;
			if (leftMs <= 0 || waitMs === undefined || namedMs > leftMs) return undefined;
			if (isAway || limit === 'overload') hold(askedMs, nowMs);
			return nowMs + Math.min(waitMs, leftMs);
		},
	};
}

const newHold = () => ({ tries: 0, sinceMs: 0, untilMs: 0 });
