import { sleep } from 'n8n-workflow';

/** The one door to time. */
export interface Clock {
	/** Milliseconds since 1970. */
	now(): number;
	/** Waits, or returns sooner once the execution is stopped. */
	wait(milliseconds: number): Promise<void>;
}

/** n8n's sleep cannot be cut short, so a long wait is many short ones: Stop is seen within this time. */
const SLICE_MS = 200;

export const openClock = (signal: AbortSignal | undefined): Clock => ({
	now: Date.now,
	async wait(milliseconds) {
		const end = Date.now() + milliseconds;
		for (let left = milliseconds; left > 0 && !signal?.aborted; left = end - Date.now()) {
			await sleep(Math.min(left, SLICE_MS));
		}
	},
});
