/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { performance } from 'node:perf_hooks';
import { DateTime } from 'luxon';

/** Milliseconds since 1970 that never run backwards, so that two requests can be put in order. */
export function preciseNow(): number {
	return performance.timeOrigin + performance.now();
}

let last = { second: Number.NaN, zone: '', iso: '' };

/** ISO 8601 with the server's zone and no fraction, e.g. `2024-09-13T10:25:01+00:00`. */
export function isoSeconds(milliseconds: number, zone: string): string {
	const second = Math.floor(milliseconds / 1000);
	if (second !== last.second || zone !== last.zone) {
		const iso = DateTime.fromSeconds(second, { zone }).toFormat("yyyy-MM-dd'T'HH:mm:ssZZ");
		last = { second, zone, iso };
	}
	return last.iso;
}

/** The `time` of a successful answer or command. Seconds. */
export function timeOf(start: number, zone: string, reading: object = {}): Record<string, unknown> {
	const finish = preciseNow();
	const duration = (finish - start) / 1000;
	return {
		start: start / 1000,
		finish: finish / 1000,
		duration,
		processing: duration,
		date_start: isoSeconds(start, zone),
		date_finish: isoSeconds(finish, zone),
		...reading,
	};
}
