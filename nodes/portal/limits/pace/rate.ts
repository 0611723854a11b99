import type { Plan } from './plans';

/** What is left free of the bucket after a refusal, in requests: those on their way do not arrive evenly. */
const MARGIN = 1.5;
/** How a run goes on when no refusal ends it: flat as long as the rate may be right, then ever more daring. */
const STEEPNESS = 5;
/** The first run is short, as the plan was only guessed; each may be so much longer than the one before. */
const FIRST_RUN_SECONDS = 0.5;
const GROWTH = 8;
/** One refusal in so many requests keeps far enough from two in a hundred. */
const LONGEST_RUN = 100;
/** However slow the portal is, a limit that was lifted is found within minutes. */
const LONGEST_RUN_SECONDS = 150;
/** What was believed before counts as much as this many requests. */
const WEIGHT = 2;
const LOWEST_PER_SECOND = 1 / 8;

/**
 * The rate of a portal that refuses, measured in runs. A run goes from one refusal to the next. At both the bucket is
 * full, so what it took in between is what leaked out, or our share of it: the rate, without knowing the plan or who
 * else asks. Within a run requests go at the rate measured last, a little below the rim of the bucket. From time to
 * time the rim has to be touched again to see whether more is allowed now: the speed grows with the fifth power of the
 * time, so that it uses up the margin when the run has lasted as long as expected, and soon after finds any rate.
 */
export interface Rate {
	advance(seconds: number): void;
	/** Fills the bucket by so many requests. */
	add(requests: number): void;
	secondsUntilRoom(): number;
	taken(): void;
	/** Ends the run. */
	refused(): void;
}

/** Opened at the first refusal. */
export function openRate({ burst, perSecond }: Plan): Rate {
	let rate = perSecond;
	let expectedSeconds = FIRST_RUN_SECONDS;
	let run = newRun();

	/** Requests a second that the bucket is believed to make room for. */
	const speed = () =>
		rate + (MARGIN * STEEPNESS * (run.pressed / expectedSeconds) ** (STEEPNESS - 1)) / expectedSeconds;
	const secondsUntilRoom = () => Math.max(0, (1 - run.room) / speed());

	function measure() {
		const { seconds, taken, wasEmpty } = run;
		if (wasEmpty || seconds === 0) return;
		const evidence = Math.max(taken, rate * seconds);
		const measured = rate + ((taken / seconds - rate) * evidence) / (evidence + WEIGHT);
		rate = Math.max(LOWEST_PER_SECOND, measured);
	}

	return {
		advance(seconds) {
			const pressed = Math.min(seconds, secondsUntilRoom());
			run.room += pressed * speed() + (seconds - pressed) * rate;
			run.pressed += pressed;
			run.seconds += seconds;
			if (run.room < burst) return;
			run.room = burst;
			run.wasEmpty = true;
		},
		add(requests) {
			run.room -= requests;
		},
		secondsUntilRoom,
		taken() {
			run.taken += 1;
		},
		refused() {
			measure();
			const longest = Math.min(LONGEST_RUN_SECONDS, LONGEST_RUN / rate);
			expectedSeconds = Math.min(longest, Math.max(FIRST_RUN_SECONDS, GROWTH * run.seconds));
			run = newRun();
		},
	};
}

const newRun = () => ({
	/** Requests the bucket has room for. */
	room: -MARGIN,
	seconds: 0,
	/** Seconds of these in which there was no room: only then the limit is felt. */
	pressed: 0,
	taken: 0,
	/** The bucket may have run empty for want of requests: what was taken says nothing. */
	wasEmpty: false,
});
