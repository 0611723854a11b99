import { isObject } from './answers/reply';

/**
 * Clocks are changed at full quarters of an hour alone, by the world's time: until the next one, what was heard is true.
 * This way the change to summer time is never missed.
 */
const QUARTER_MS = 15 * 60 * 1000;

/** What the answers of a portal show of its clock. */
export interface PortalTime {
	/** @param time the `time` of an answer, whatever it is */
	note(time: unknown, nowMs: number): void;
	/** Minutes east of Greenwich now; undefined if that was not heard in this quarter of an hour. */
	offset(nowMs: number): number | undefined;
}

export function openPortalTime(): PortalTime {
	let heard = { minutes: 0, quarter: NaN };
	const quarterOf = (ms: number) => Math.floor(ms / QUARTER_MS);

	return {
		note(time, nowMs) {
			const minutes = isObject(time) ? readOffset(time.date_start) : undefined;
			if (minutes !== undefined) heard = { minutes, quarter: quarterOf(nowMs) };
		},
		offset: (nowMs) => (heard.quarter === quarterOf(nowMs) ? heard.minutes : undefined),
	};
}

/** Of a time such as `2026-12-31T18:30:00+03:00`, in minutes. */
function readOffset(time: unknown): number | undefined {
	const [, sign, hours, minutes] = /T.{8}([+-])(\d\d):(\d\d)$/.exec(String(time).slice(0, 25)) ?? [];
	return sign === undefined ? undefined : Number(`${sign}1`) * (60 * Number(hours) + Number(minutes));
}
