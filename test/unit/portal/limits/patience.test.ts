import { openPatience, type Limit } from '../../../../nodes/portal/limits/patience';
import type { Failure } from '../../../../nodes/portal/answers/failure';

const limit = (code: string, more: Partial<Limit> = {}): Limit => ({
	failure: { kind: 'limited', code, happened: '', nextStep: '' } as Failure,
	...more,
});
const LOST: Limit = { failure: { kind: 'unanswered', happened: '', nextStep: '' } as Failure };

/** The waits of one who asks again and again, each time after the wait that was named. */
function waits(maxWaitMs: number, one: Limit, tries: number) {
	const patience = openPatience(maxWaitMs);
	let now = 1000;
	return Array.from({ length: tries }, (_, index) => {
		const wait = patience.next([one], index, now, now);
		now += wait ?? 0;
		return wait;
	});
}

describe('Patience', () => {
	it('waits longer each time the portal is overloaded, and gives up when the longest wait is used up', () => {
		expect(waits(4000, limit('OVERLOAD_LIMIT'), 5)).toEqual([500, 1000, 2000, 500, undefined]);
	});
	it('leaves the wait for room among the requests to the pace', () => {
		expect(waits(4000, limit('QUERY_LIMIT_EXCEEDED'), 2)).toEqual([0, 0]);
	});
	it('asks a busy workflow again a few times only', () => {
		expect(waits(120_000, limit('423'), 6)).toEqual([500, 1000, 2000, 4000, 8000, undefined]);
	});
	it('waits until the time that the portal has named', () => {
		expect(waits(120_000, limit('OPERATION_TIME_LIMIT', { resetsInMs: 90_000 }), 1)).toEqual([90_000]);
	});
	it('does not wait at all for a time that is too far away', () => {
		expect(waits(60_000, limit('OPERATION_TIME_LIMIT', { resetsInMs: 90_000 }), 1)).toEqual([undefined]);
	});
	it('honours Retry-After', () => {
		expect(waits(60_000, limit('QUERY_LIMIT_EXCEEDED', { retryAfterSeconds: 7 }), 1)).toEqual([7000]);
	});
	it('never waits when told so', () => {
		expect(waits(0, limit('QUERY_LIMIT_EXCEEDED'), 1)).toEqual([undefined]);
	});
	it('asks again a few times, ever later, after a lost answer', () => {
		expect(waits(120_000, LOST, 4)).toEqual([500, 2000, 5000, undefined]);
		expect(waits(0, LOST, 1)).toEqual([undefined]);
	});
	it('counts the time that went by for an answer that did not come', () => {
		expect(openPatience(60_000).next([LOST], 0, 65_000, 0)).toBeUndefined();
		expect(openPatience(60_000).next([limit('423')], 0, 65_000, 0)).toBe(500);
	});
	it('asks at once for what nothing limits', () => {
		expect(openPatience(0).next([], 0, 0, 0)).toBe(0);
	});
	it('begins anew after progress', () => {
		const patience = openPatience(500);
		expect(patience.next([limit('QUERY_LIMIT_EXCEEDED')], 0, 0, 0)).toBe(0);
		expect(patience.endsMs()).toBe(500);
		expect(patience.next([limit('QUERY_LIMIT_EXCEEDED')], 1, 500, 500)).toBeUndefined();
		patience.progress();
		expect(patience.endsMs()).toBe(Infinity);
		expect(patience.next([limit('QUERY_LIMIT_EXCEEDED')], 0, 600, 600)).toBe(0);
	});
});
