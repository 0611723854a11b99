import { sleep } from 'n8n-workflow';

/** The one door to time. */
export interface Clock {
	/** Milliseconds since 1970. */
	now(): number;
	/** Waits, or returns sooner once the signal is aborted. */
	wait(milliseconds: number, signal?: AbortSignal): Promise<void>;
}

/** n8n's sleep cannot be cut short, so a long wait is many short ones: an end is seen within this time. */
const SLICE_MS = 100;

export const realClock: Clock = {
	now: Date.now,
	async wait(milliseconds, signal) {
		const end = Date.now() + milliseconds;
		for (let left = milliseconds; left > 0 && !signal?.aborted; left = end - Date.now()) {
			await sleep(Math.min(left, SLICE_MS));
		}
	},
};

/** A reason of our own: without one, JavaScript makes an error with a stack, which costs more than all the rest. */
const OVER = 'over';

/** Rings once at the time it is set to; setting it anew takes the place of what was set before. */
export interface Alarm {
	/** @param atMs unix milliseconds; Infinity: not at all */
	set(atMs: number): void;
}

export function openAlarm(clock: Clock, ring: () => void): Alarm {
	let setTo = Infinity;
	let off: AbortController | undefined;

	async function wait(atMs: number, { signal }: AbortController): Promise<void> {
		await clock.wait(atMs - clock.now(), signal);
		if (signal.aborted) return;
		setTo = Infinity;
		off = undefined;
		ring();
	}

	return {
		set(atMs) {
			if (atMs === setTo) return;
			off?.abort(OVER);
			setTo = atMs;
			off = atMs === Infinity ? undefined : new AbortController();
			if (off) void wait(atMs, off);
		},
	};
}

/** What the work brings, or undefined when the time is up or the signal aborted: then nobody waits for it any more. */
export async function within<T>(
	clock: Clock,
	work: Promise<T>,
	{ milliseconds, signal }: { milliseconds: number; signal?: AbortSignal },
): Promise<T | undefined> {
	const over = new AbortController();
	const end = () => over.abort(OVER);
	signal?.addEventListener('abort', end);
	if (signal?.aborted) end();
	try {
		return await Promise.race([work, clock.wait(milliseconds, over.signal).then(() => undefined)]);
	} finally {
		end();
		signal?.removeEventListener('abort', end);
	}
}
