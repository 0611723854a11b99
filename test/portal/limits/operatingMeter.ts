import type { OperatingLimit as Limit } from '../options';
import { OPERATION_TIME_LIMIT } from '../rest/errors';

/** The portal's window is ten buckets long: what was used is freed a bucket at a time. */
const BUCKETS = 10;

/**
 * Seconds of work for each method and each webhook or application in a moving window.
 * https://apidocs.bitrix24.com/limits.html
 */
export class OperatingMeter {
	private readonly used = new Map<string, Map<number, number>>();
	private announcedReset?: number;

	constructor(private readonly now: () => number = Date.now) {}

	/** Asked before a call runs. */
	check(limit: Limit | null | undefined, key: string): void {
		if (limit && this.seconds(limit, key) >= limit.seconds) throw OPERATION_TIME_LIMIT;
	}

	charge(limit: Limit | null | undefined, key: string): void {
		if (!limit) return;
		const buckets = this.used.get(key) ?? new Map<number, number>();
		const current = this.bucket(limit);
		buckets.set(current, (buckets.get(current) ?? 0) + limit.secondsPerCall);
		this.used.set(key, buckets);
	}

	/** From now on successes say that time is freed then, as they would beside a blocked method. */
	announceReset(inSeconds: number): void {
		this.announcedReset = Math.ceil(this.now() / 1000 + inSeconds);
	}

	forget(): void {
		this.announcedReset = undefined;
	}

	/** What a success tells in its `time`; nothing when there is no limit. `operating_reset_at` is in unix seconds. */
	reading(
		limit: Limit | null | undefined,
		key: string,
	): { operating_reset_at: number; operating: number } | undefined {
		if (!limit && this.announcedReset === undefined) return undefined;
		return {
			operating_reset_at: this.announcedReset ?? this.resetAt(limit!, key),
			operating: limit ? this.seconds(limit, key) : 0,
		};
	}

	private seconds(limit: Limit, key: string): number {
		return [...this.inWindow(limit, key).values()].reduce((sum, seconds) => sum + seconds, 0);
	}

	/** When the oldest bucket in use falls out of the window. */
	private resetAt(limit: Limit, key: string): number {
		const oldest = Math.min(this.bucket(limit), ...this.inWindow(limit, key).keys());
		return Math.ceil(((oldest + BUCKETS) * limit.windowSeconds) / BUCKETS);
	}

	/** The buckets that still count; forgets the others. */
	private inWindow(limit: Limit, key: string): Map<number, number> {
		const buckets = this.used.get(key) ?? new Map<number, number>();
		const newestFreed = this.bucket(limit) - BUCKETS;
		for (const bucket of buckets.keys()) if (bucket <= newestFreed) buckets.delete(bucket);
		return buckets;
	}

	private bucket({ windowSeconds }: Limit): number {
		return Math.floor((this.now() / 1000 / windowSeconds) * BUCKETS);
	}
}
