/* eslint-disable @n8n/community-nodes/no-restricted-globals -- runs in Node, not in n8n */
import { openEvents } from './events';

/** Virtual time: what is to happen, in its order. Unix milliseconds. */
export interface World {
	now(): number;
	/** Events that have happened. */
	steps(): number;
	/** @returns takes the event back */
	at(when: number, happen: () => void): () => void;
	/** Something happens right after the event of this number, e.g. a kill. */
	afterStep(step: number, happen: () => void): void;
	/** Lets events happen while the condition holds. */
	play(goesOn: () => boolean): Promise<Pause>;
}

/** Why the world stands still: as asked, because nothing is left to happen, or because it would never end. */
export type Pause = 'asked' | 'nothing left' | 'no end';

/** More than the longest honest run takes by far. */
const MOST_STEPS = 100_000;

export function openWorld(startMs: number): World {
	const events = openEvents();
	const interruptions = new Map<number, Array<() => void>>();
	let time = startMs;
	let steps = 0;

	return {
		now: () => time,
		steps: () => steps,
		at(when, happen) {
			if (when === Infinity) return () => {};
			const event = events.add(Math.max(time, when), happen);
			return () => events.remove(event);
		},
		afterStep(step, happen) {
			interruptions.set(step, [...(interruptions.get(step) ?? []), happen]);
		},
		async play(goesOn) {
			await settle();
			while (goesOn()) {
				const event = events.next();
				if (event === undefined) return 'nothing left';
				if (steps >= MOST_STEPS) return 'no end';
				time = event.time;
				steps += 1;
				event.happen();
				await settle();
				const interrupted = interruptions.get(steps);
				if (interrupted === undefined) continue;
				for (const happen of interrupted) happen();
				await settle();
			}
			return 'asked';
		},
	};
}

/** Until every promise that could go on has done so. */
const settle = async () => await new Promise<void>((resolve) => setImmediate(resolve));
