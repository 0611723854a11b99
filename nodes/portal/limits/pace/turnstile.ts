import type { Clock } from '../../wire/clock';
import type { Pace } from './pace';

export interface PassOptions {
	signal?: AbortSignal;
	/** Unix milliseconds after which a place is of no use any more. */
	untilMs?: number;
}

/** Lets the requests of many senders to one portal through, at its pace and in turn. */
export interface Turnstile {
	/**
	 * Waits for a place. True: one request is reserved, and exactly one of the reports below must follow.
	 * False: stopped, or no place before `untilMs`, which is said as soon as it is foreseen.
	 * @param sender one execution's run of a node; it may wait for several requests at once
	 */
	pass(sender: object, options?: PassOptions): Promise<boolean>;
	/** The request was not sent after all. */
	giveBack(): void;
	/** The portal took the request, or its answer was lost. */
	taken(): void;
	/** The portal refused the request for its limit of requests. */
	refused(retryAfterMs?: number): void;
}

interface Place {
	sender: object;
	/** The turn in which it was taken. */
	arrived: number;
	untilMs: number;
	leave: (mayGo: boolean) => void;
}

/** Answers may shorten a wait, and senders may stop: no timer outlives them by more than this. */
const LONGEST_NAP_MS = 200;

export function openTurnstile(pace: Pace, clock: Clock): Turnstile {
	let queue: Place[] = [];
	let isWatched = false;
	let turn = 0;
	const lastServed = new WeakMap<object, number>();

	/** Since when a place waits: a sender who was served begins to wait anew with all its places. */
	const waitsSince = ({ sender, arrived }: Place) => Math.max(arrived, lastServed.get(sender) ?? 0);

	function serve() {
		while (queue.length > 0) {
			const now = clock.now();
			const wait = pace.waitMs(now);
			const inVain = queue.find(({ untilMs }) => untilMs < now + wait);
			if (inVain) inVain.leave(false);
			else if (wait > 0) return;
			else {
				const next = queue.reduce((first, place) => (waitsSince(place) < waitsSince(first) ? place : first));
				lastServed.set(next.sender, ++turn);
				pace.reserve(now);
				next.leave(true);
			}
		}
	}

	async function watch() {
		if (isWatched) return;
		isWatched = true;
		while (queue.length > 0) {
			await clock.wait(Math.min(pace.waitMs(clock.now()), LONGEST_NAP_MS));
			serve();
		}
		isWatched = false;
	}

	return {
		async pass(sender, { signal, untilMs = Infinity } = {}) {
			if (signal?.aborted) return false;
			return await new Promise<boolean>((resolve) => {
				const stop = () => place.leave(false);
				const place: Place = {
					sender,
					arrived: ++turn,
					untilMs,
					leave(mayGo) {
						queue = queue.filter((other) => other !== place);
						signal?.removeEventListener('abort', stop);
						resolve(mayGo);
					},
				};
				queue.push(place);
				signal?.addEventListener('abort', stop);
				serve();
				void watch();
			});
		},
		giveBack() {
			pace.giveBack(clock.now());
			serve();
		},
		taken() {
			pace.taken(clock.now());
			serve();
		},
		refused(retryAfterMs) {
			pace.refused(clock.now(), retryAfterMs);
			serve();
		},
	};
}
