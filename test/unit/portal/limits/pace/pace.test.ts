import { openPace, type Pace } from '../../../../../nodes/portal/limits/pace/pace';

describe('The pace', () => {
	const START = Date.UTC(2026, 0, 1);
	const send = (pace: Pace, now: number, how: 'taken' | 'refused' | 'giveBack' = 'taken') => {
		pace.reserve(now);
		pace[how](now);
	};
	const atTheLimit = () => {
		const pace = openPace();
		for (let request = 0; request < 50; request += 1) send(pace, START);
		send(pace, START, 'refused');
		return pace;
	};

	it('asks with one request first, and with more as soon as it is taken', () => {
		const pace = openPace();
		pace.reserve(START);
		expect(pace.waitMs(START)).toBeGreaterThan(0);
		pace.taken(START + 40);
		expect(pace.waitMs(START + 40)).toBe(0);
		pace.reserve(START + 40);
		expect(pace.waitMs(START + 40)).toBe(0);
	});
	it('does not wait long for the answer to a request that the portal works on', () => {
		const pace = openPace();
		pace.reserve(START);
		expect(pace.waitMs(START + 250)).toBe(0);
	});
	it('counts a request before it is answered, and not any more when it was given back', () => {
		const pace = atTheLimit();
		const later = START + pace.waitMs(START);
		pace.reserve(later);
		expect(pace.waitMs(later)).toBeGreaterThan(100);
		pace.giveBack(later);
		expect(pace.waitMs(later)).toBe(0);
	});
	it('keeps to the time that the portal names', () => {
		const pace = openPace();
		pace.reserve(START);
		pace.refused(START, 30_000);
		expect(pace.waitMs(START)).toBe(30_000);
		expect(pace.waitMs(START + 29_000)).toBe(1000);
		expect(pace.waitMs(START + 30_000)).toBe(0);
	});
	it('asks ever more seldom while everything is refused, but every eight seconds', () => {
		const pace = openPace();
		let now = START;
		const waits = Array.from({ length: 12 }, () => {
			send(pace, now, 'refused');
			const wait = pace.waitMs(now);
			now += wait;
			return wait;
		});
		expect(waits[0]).toBeLessThan(2000);
		expect(waits[1]).toBeGreaterThan(waits[0]);
		expect(waits[2]).toBeGreaterThan(waits[1]);
		expect(waits.slice(-3)).toEqual([8000, 8000, 8000]);
	});
	it('takes refusals of requests that were in flight together as one', () => {
		const pace = openPace();
		for (let request = 0; request < 8; request += 1) send(pace, START);
		for (let request = 0; request < 8; request += 1) pace.reserve(START);
		for (let request = 0; request < 8; request += 1) pace.refused(START + 50 * request);
		expect(pace.waitMs(START + 350)).toBeLessThan(1000);
	});
	it('does not take it for the portal’s pace when little was asked for', () => {
		const pace = atTheLimit();
		let now = START;
		for (let request = 0; request < 100; request += 1) send(pace, (now += 5000));
		send(pace, now, 'refused');
		expect(pace.waitMs(now)).toBeLessThan(2000);
	});
	it('goes on when the clock is set back or ahead', () => {
		for (const jump of [-3_600_000, 3_600_000]) {
			const pace = atTheLimit();
			expect(pace.waitMs(START + jump)).toBeLessThanOrEqual(8000);
			const wait = pace.waitMs(START + jump);
			expect(pace.waitMs(START + jump + wait)).toBe(0);
		}
	});
	it('goes on when time stands still', () => {
		const pace = openPace();
		for (let request = 0; request < 20; request += 1) send(pace, START, request % 2 ? 'refused' : 'taken');
		expect(pace.waitMs(START)).toBeLessThanOrEqual(8000);
	});
});
