import { openPace, type Pace } from '../../../../../nodes/portal/limits/pace/pace';
import { randomFrom } from '../../../../simulator/world/random';

describe('The pace', () => {
	const START = Date.UTC(2026, 0, 1);
	const open = () => openPace(randomFrom(1));
	const send = (pace: Pace, now: number, how: 'taken' | 'refused' | 'unsent' = 'taken') => {
		pace.sent(now);
		pace[how](now);
	};
	const atTheLimit = (taken = 50) => {
		const pace = open();
		for (let request = 0; request < taken; request += 1) send(pace, START);
		send(pace, START, 'refused');
		return pace;
	};

	it('lets the first request go at once, and the next as soon as it is taken', () => {
		const pace = open();
		expect(pace.waitMs(START)).toBe(0);
		pace.sent(START);
		expect(pace.waitMs(START)).toBeGreaterThan(0);
		pace.taken(START + 40);
		expect(pace.waitMs(START + 40)).toBe(0);
	});
	it('lets more go at once when many were taken', () => {
		const pace = open();
		for (let request = 0; request < 20; request += 1) send(pace, START);
		pace.sent(START);
		expect(pace.waitMs(START)).toBe(0);
	});
	it('does not wait long for the answer to a request that the portal works on', () => {
		const pace = open();
		pace.sent(START);
		expect(pace.waitMs(START + 250)).toBe(0);
	});
	it('takes what went through before the first refusal for its share of the portal', () => {
		const waits = [3, 12, 50].map((taken) => atTheLimit(taken).waitMs(START));
		expect(waits[0]).toBeGreaterThan(2 * waits[1]);
		expect(waits[1]).toBeGreaterThan(waits[2]);
	});
	it('learns no rate from a refusal before anything was taken', () => {
		const pace = open();
		send(pace, START, 'refused');
		const later = START + pace.waitMs(START);
		expect(later - START).toBeLessThanOrEqual(2000);
		for (let request = 0; request < 20; request += 1) {
			expect(pace.waitMs(later)).toBe(0);
			send(pace, later);
		}
	});
	it('counts a request that never came to the portal neither as taken nor as refused', () => {
		const pace = atTheLimit();
		const later = START + pace.waitMs(START);
		for (let request = 0; request < 5; request += 1) {
			expect(pace.waitMs(later + 1000)).toBe(0);
			send(pace, later + 1000, 'unsent');
			pace.waitMs(later + 1250);
		}
		pace.sent(later + 1250);
		expect(pace.waitMs(later + 1250)).toBeGreaterThan(0);
	});
	it('takes refusals of requests that were in flight together as one', () => {
		const [one, eight] = [1, 8].map((together) => {
			const pace = open();
			for (let request = 0; request < 30; request += 1) send(pace, START);
			for (let request = 0; request < together; request += 1) pace.sent(START);
			for (let request = 0; request < together; request += 1) pace.refused(START + 10);
			return pace.waitMs(START + 10);
		});
		expect(eight).toBeLessThan(1.5 * one);
		expect(eight).toBeGreaterThan(one / 1.5);
	});
	it('does not take requests that are still in flight for proof of a larger plan', () => {
		const pace = open();
		for (let request = 0; request < 49; request += 1) send(pace, START);
		for (let request = 0; request < 4; request += 1) pace.sent(START);
		pace.taken(START);
		for (let request = 0; request < 3; request += 1) pace.refused(START);
		// A larger plan with the same in its bucket would be slower.
		expect(pace.waitMs(START)).toBeLessThan(1.2 * atTheLimit().waitMs(START));
	});
	it('forgets what it learnt once nothing was held back for a minute', () => {
		const pace = atTheLimit(2);
		const later = START + 200_000;
		pace.waitMs(later);
		for (let request = 0; request < 30; request += 1) {
			expect(pace.waitMs(later)).toBe(0);
			send(pace, later);
		}
	});
	it('asks ever more seldom while everything is refused, but every twenty seconds', () => {
		const pace = open();
		let now = START;
		const waits = Array.from({ length: 40 }, () => {
			send(pace, now, 'refused');
			const wait = pace.waitMs(now);
			now += wait;
			return wait;
		});
		expect(waits[0]).toBeLessThanOrEqual(2000);
		expect(Math.min(...waits.slice(3))).toBeGreaterThanOrEqual(4000);
		expect(Math.max(...waits)).toBeLessThanOrEqual(20_000);
	});
	it('may be asked in spite of it, and stays finite', () => {
		const pace = atTheLimit();
		for (let request = 0; request < 500; request += 1) send(pace, START + request, 'refused');
		expect(pace.waitMs(START + 500)).toBeLessThanOrEqual(20_000);
		for (let request = 0; request < 500; request += 1) send(pace, START + 500 + request);
		expect(Number.isFinite(pace.waitMs(START + 1000))).toBe(true);
	});
	it('goes on when the clock is set back or ahead', () => {
		for (const jump of [-3_600_000, 3_600_000]) {
			const pace = atTheLimit();
			const wait = pace.waitMs(START + jump);
			expect(wait).toBeLessThanOrEqual(8000);
			expect(pace.waitMs(START + jump + wait)).toBe(0);
		}
	});
});
