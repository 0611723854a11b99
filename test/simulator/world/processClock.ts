import type { Clock } from '../../../nodes/portal/wire/clock';
import type { World } from './world';

/** The clock of one n8n process. */
export interface ProcessClock extends Clock {
	/** When the waits end that have not ended yet. */
	pending(): number[];
	/** Nothing that waits goes on any more. */
	kill(): void;
	/** What no code should ask of a clock. */
	readonly complaints: string[];
}

/** A timer comes a little late. */
const LATE_MS = 3;
/** The real clock looks at its signal from time to time only. */
const SLICE_MS = 100;
/** Whoever waits so often without letting time go by would never end. */
const MOST_WAITS_AT_ONCE = 5000;

export function openProcessClock(world: World, random: () => number): ProcessClock {
	const waits = new Set<{ until: number }>();
	const complaints: string[] = [];
	let killed = false;
	let idle = { at: 0, count: 0 };

	function mayPassAtOnce(ms: number): boolean {
		if (Number.isNaN(ms)) complaints.push('The node waits for a time that is no number');
		idle = idle.at === world.now() ? idle : { at: world.now(), count: 0 };
		idle.count += 1;
		if (idle.count < MOST_WAITS_AT_ONCE) return true;
		if (idle.count === MOST_WAITS_AT_ONCE) complaints.push('The node waits for nothing, again and again');
		return false;
	}

	return {
		complaints,
		now: () => world.now(),
		async wait(ms, signal) {
			if ((!(ms > 0) || signal?.aborted === true) && mayPassAtOnce(ms)) return;
			await new Promise<void>((resolve) => {
				const wait = { until: world.now() + Math.max(1, ms) };
				waits.add(wait);
				const end = () => {
					cancel();
					signal?.removeEventListener('abort', cutShort);
					waits.delete(wait);
					if (!killed) resolve();
				};
				const cutShort = () => {
					cancel();
					wait.until = world.now() + random() * SLICE_MS;
					cancel = world.at(wait.until, end);
				};
				let cancel = world.at(wait.until + Math.floor(random() * LATE_MS), end);
				signal?.addEventListener('abort', cutShort, { once: true });
			});
		},
		pending: () => [...waits].map(({ until }) => until),
		kill() {
			killed = true;
			waits.clear();
		},
	};
}
