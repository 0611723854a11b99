/** All give way at the first refusal: the bucket sinks, and is not empty before they press again. */
const FIRST_CAUTION = 0.18;
const CAUTION = 0.15;
/** Nothing is measured before about so many requests could have been sent: refusals until then are one event. */
const LEAST_EVIDENCE = 5;
/** What was believed before counts as much as this many requests. */
const WEIGHT = 4;
const LOWEST_PER_SECOND = 1 / 60;
const HIGHEST_PER_SECOND = 50;
/** Rest after a refusal, at a rate of 2 a second. Slower ones are more at one portal, whose requests bunch more. */
const REST_SECONDS = 1.4;
/** So much of the way to the next request, by chance, is added to the rest: many were refused at the same moment. */
const SCATTER = 0.8;
/**
 * A run costs about one refusal, so it is to last for so many requests; but a limit that was lifted has to be found, and
 * the bucket must not be empty for long: 50 requests last for 140 seconds when all give way as above.
 */
const REQUESTS_PER_RUN = 15;
const SHORTEST_RUN_SECONDS = 40;
const LONGEST_RUN_SECONDS = 152;
/** How a run goes on when no refusal ends it: flat as long as the rate may be right, then ever more daring. */
const STEEPNESS = 8;
/** Requests that may be saved up while there is nothing to send. */
const MOST_SAVED = 50;
/** Who was not held back for so long does not know the limit any more. */
const FORGETS_AFTER_SECONDS = 60;
const STEP_SECONDS = 1;

/**
 * The rate of a process at a portal that refuses, learnt in runs from one refusal to the next. At both the bucket is
 * full, so what it took of ours in between is our share of what leaked out, whoever else asks. A little less is asked for
 * then, so that the bucket sinks: only an empty one loses time. The speed doubles when the run has lasted as long as
 * expected, and soon after finds any rate.
 */
export interface Rate {
	advance(seconds: number): void;
	sent(): void;
	/** What was sent was not taken after all. @param isOfThisRun it was sent since the last refusal */
	notTaken(isOfThisRun: boolean): void;
	secondsUntilRoom(): number;
	/** Ends the run. @param inARow refusals since something was taken, with this one */
	refused(inARow: number): void;
	/** It has not been felt for so long that it says nothing any more. */
	isForgotten(): boolean;
}

/** Opened at the first refusal. @param share what the bucket seems to take of ours each second */
export function openRate(share: number, random: () => number): Rate {
	let perSecond = share * (1 - FIRST_CAUTION);
	let measured = { seconds: 0, taken: 0 };
	let unfeltSeconds = 0;
	let run = newRun();

	function newRun() {
		const expected = Math.max(SHORTEST_RUN_SECONDS, REQUESTS_PER_RUN / perSecond);
		const restSeconds = REST_SECONDS * Math.sqrt(2 / perSecond);
		return {
			expectedSeconds: Math.min(LONGEST_RUN_SECONDS, expected),
			/** Seconds in which there was no room: only then the limit is felt. */
			pressed: 0,
			/** Requests the bucket is believed to have room for. By chance more or less, as others were refused, too. */
			room: 1 - restSeconds * perSecond - random() * SCATTER,
		};
	}

	/** Requests a second after so many seconds of the run. */
	function speed(pressed: number): number {
		return Math.min(HIGHEST_PER_SECOND, perSecond * 2 ** ((pressed / run.expectedSeconds) ** STEEPNESS));
	}

	function measure(): void {
		const evidence = Math.max(measured.taken, perSecond * measured.seconds);
		const taken = (measured.taken / measured.seconds) * (1 - CAUTION);
		perSecond += ((taken - perSecond) * evidence) / (evidence + WEIGHT);
		perSecond = Math.max(LOWEST_PER_SECOND, perSecond);
		measured = { seconds: 0, taken: 0 };
	}

	return {
		advance(seconds) {
			measured.seconds += seconds;
			let left = seconds;
			// In steps, as the speed grows meanwhile.
			while (left > 0 && run.room < 1) {
				const step = Math.min(left, STEP_SECONDS, (1 - run.room) / speed(run.pressed) + 1e-6);
				run.room += step * speed(run.pressed);
				run.pressed += step;
				left -= step;
				unfeltSeconds = 0;
			}
			run.room = Math.min(MOST_SAVED, run.room + left * speed(run.pressed));
			unfeltSeconds += left;
		},
		sent() {
			measured.taken += 1;
			run.room -= 1;
		},
		notTaken(isOfThisRun) {
			measured.taken = Math.max(0, measured.taken - 1);
			if (isOfThisRun) run.room += 1;
		},
		secondsUntilRoom() {
			let { room, pressed } = run;
			let seconds = 0;
			while (room < 1) {
				const step = Math.min(STEP_SECONDS, (1 - room) / speed(pressed) + 1e-6);
				room += step * speed(pressed);
				pressed += step;
				seconds += step;
			}
			return seconds;
		},
		refused(inARow) {
			// A portal that takes nothing at all tells nothing about shares.
			if (inARow > 2) measured = { seconds: 0, taken: 0 };
			else if (inARow === 1 && perSecond * measured.seconds >= LEAST_EVIDENCE) measure();
			run = newRun();
			// The rests between refusals in a row are longer, and set by the caller.
			if (inARow > 1) run.room = 1;
		},
		isForgotten: () => unfeltSeconds > FORGETS_AFTER_SECONDS,
	};
}
