import { COMMANDS_PER_BATCH } from '../batch';

/**
 * The portal ends a request after 60 seconds, and nobody knows then what has run. A fifth of that leaves room for a
 * workflow that is much slower to load than those before.
 */
const AIM_MS = 12_000;
/** How quickly a better time is believed; a worse one is believed at once. */
const TRUST = 0.3;
/** What every request costs however little it asks for, at most; the rest is its commands' own. */
const MOST_FIXED_MS = 1000;

/** How many commands of one method the portal gets in one request, by the time it has taken for those before. */
export interface BatchSize {
	most(): number;
	/** How long so many commands will probably take, in milliseconds; 0 before anything is known. */
	expectedMs(commands: number): number;
	/**
	 * @param milliseconds from sending a request with so many commands to its answer, or to when none came
	 * @param perCommandMs what the portal itself says that a command took, if it does
	 */
	took(milliseconds: number, commands: number, perCommandMs?: number): void;
}

export function openBatchSize(): BatchSize {
	let oneMs = 0;
	let fixedMs = MOST_FIXED_MS;

	return {
		most: () => Math.min(COMMANDS_PER_BATCH, Math.max(1, Math.floor(AIM_MS / oneMs))),
		expectedMs: (commands) => oneMs * commands,
		took(milliseconds, commands, perCommandMs) {
			fixedMs = Math.min(fixedMs, milliseconds);
			const measured = perCommandMs ?? (milliseconds - fixedMs) / commands;
			if (measured > oneMs) oneMs = measured;
			else oneMs += (measured - oneMs) * TRUST;
		},
	};
}
