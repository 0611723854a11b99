import type { Rules } from '../options';
import { QUERY_LIMIT_EXCEEDED } from '../rest/errors';

/**
 * One leaky bucket for each client address: every HTTP request fills it by one, also a batch.
 * A refused request does not fill it. https://apidocs.bitrix24.com/limits.html
 */
export class RequestBuckets {
	private readonly buckets = new Map<string, { level: number; at: number }>();

	constructor(private readonly now: () => number = Date.now) {}

	fill(limit: Rules['requestLimit'], address: string): void {
		if (!limit) return;
		const at = this.now();
		const before = this.buckets.get(address) ?? { level: 0, at };
		const leaked = ((at - before.at) / 1000) * limit.perSecond;
		const level = Math.max(0, before.level - leaked);
		const full = level + 1 > limit.burst;
		this.buckets.set(address, { level: full ? level : level + 1, at });
		if (full) throw QUERY_LIMIT_EXCEEDED;
	}
}
