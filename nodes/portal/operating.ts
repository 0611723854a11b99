import type { IDataObject } from 'n8n-workflow';
import { isObject } from './reply';

/** Farther apart than this, the portal's clock is no clock to compare with. */
const LARGEST_CLOCK_DIFFERENCE_MS = 60 * 60 * 1000;
/** The portal names whole seconds. */
const ROUNDING_MS = 1000;

/**
 * Remembers when the portal will free working time. Only successful answers say so: the refusal itself
 * (OPERATION_TIME_LIMIT) names no time.
 * @see https://apidocs.bitrix24.com/limits.html
 */
export interface OperatingTimes {
	/** Reads the `time` block of an answer or of one command. */
	note(time: unknown, nowMs: number): void;
	/** Milliseconds until then, if it is known and still to come. */
	resetsInMs(nowMs: number): number | undefined;
	resetsAt(nowMs: number): string | undefined;
}

export function openOperatingTimes(): OperatingTimes {
	let resetMs = 0;
	const resetsInMs = (nowMs: number) => (resetMs > nowMs ? resetMs - nowMs : undefined);

	return {
		note(time, nowMs) {
			const reset = isObject(time) ? Number(time.operating_reset_at) * 1000 : NaN;
			if (!(reset > 0)) return;
			resetMs = reset + clockDifferenceMs(time as IDataObject, nowMs) + ROUNDING_MS;
		},
		resetsInMs,
		resetsAt: (nowMs) => (resetsInMs(nowMs) === undefined ? undefined : new Date(resetMs).toISOString()),
	};
}

/** How far our clock is ahead of the portal's, which dates its answers in `time.finish`. */
function clockDifferenceMs(time: IDataObject, nowMs: number): number {
	const difference = nowMs - Number(time.finish) * 1000;
	return Math.abs(difference) <= LARGEST_CLOCK_DIFFERENCE_MS ? difference : 0;
}
