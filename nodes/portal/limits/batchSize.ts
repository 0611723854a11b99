import { COMMANDS_PER_BATCH } from '../batch';

/**
 * The portal ends a request after 60 seconds, and nobody knows then what has run. A fifth of that leaves room for a
 * workflow that is much slower to load than those before.
 */
const AIM_MS = 12_000;
/** How quickly a better time is believed; a worse one is believed at once. */
const TRUST = 0.3;

/** How many commands a portal gets in one request, by the time it has taken for those before. */
export interface BatchSize {
	most(): number;
	/** How long a request with so many commands will probably take, in milliseconds; 0 before anything is known. */
	expectedMs(commands: number): number;
	/** @param milliseconds that the portal worked on one request with so many commands, or that no answer came */
	took(milliseconds: number, commands: number): void;
}

export function openBatchSize(): BatchSize {
	let perCommandMs = 0;

	return {
		most: () => Math.min(COMMANDS_PER_BATCH, Math.max(1, Math.floor(AIM_MS / perCommandMs))),
		expectedMs: (commands) => perCommandMs * commands,
		took(milliseconds, commands) {
			const measured = milliseconds / commands;
			if (measured > perCommandMs) perCommandMs = measured;
			else perCommandMs += (measured - perCommandMs) * TRUST;
		},
	};
}
