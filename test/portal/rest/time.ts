/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { performance } from 'node:perf_hooks';

/** Milliseconds since 1970 that never run backwards, so that two requests can be put in order. */
export function preciseNow(): number {
	return performance.timeOrigin + performance.now();
}

let lastSecond = Number.NaN;
let lastIso = '';

/** ISO 8601 with the server's zone and no fraction, e.g. `2024-09-13T10:25:01+00:00`. */
export function isoSeconds(milliseconds: number): string {
	const second = Math.floor(milliseconds / 1000);
	if (second !== lastSecond) {
		lastSecond = second;
		lastIso = new Date(second * 1000).toISOString().replace('.000Z', '+00:00');
	}
	return lastIso;
}

/** The `time` of a successful answer or command. Seconds. */
export function timeOf(start: number, reading: object = {}): Record<string, unknown> {
	const finish = preciseNow();
	const duration = (finish - start) / 1000;
	return {
		start: start / 1000,
		finish: finish / 1000,
		duration,
		processing: duration,
		date_start: isoSeconds(start),
		date_finish: isoSeconds(finish),
		...reading,
	};
}
