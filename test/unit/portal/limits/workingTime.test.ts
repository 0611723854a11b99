import { openWorkingTime } from '../../../../nodes/portal/limits/workingTime';

const NOW = Date.UTC(2026, 0, 1, 12);
const seconds = NOW / 1000;

describe('The time at which the portal frees working time', () => {
	it('is unknown before any answer named it', () => {
		expect(openWorkingTime().resetsInMs(NOW)).toBeUndefined();
	});
	it('comes with the time block of an answer, with a second for rounding', () => {
		const times = openWorkingTime();
		times.note({ finish: seconds, operating_reset_at: seconds + 30 }, NOW);
		expect(times.resetsInMs(NOW)).toBe(31_000);
		expect(times.resetsAt(NOW)).toBe('2026-01-01T12:00:31.000Z');
	});
	it('is told in our own time when the portal’s clock differs', () => {
		const times = openWorkingTime();
		times.note({ finish: seconds + 300, operating_reset_at: seconds + 330 }, NOW);
		expect(times.resetsInMs(NOW)).toBe(31_000);
	});
	it('is taken as it is when the portal’s clock makes no sense', () => {
		const times = openWorkingTime();
		times.note({ finish: 1, operating_reset_at: seconds + 30 }, NOW);
		expect(times.resetsInMs(NOW)).toBe(31_000);
	});
	it('is over when it has passed', () => {
		const times = openWorkingTime();
		times.note({ finish: seconds, operating_reset_at: seconds + 30 }, NOW);
		expect(times.resetsInMs(NOW + 60_000)).toBeUndefined();
	});
	it('is left alone by answers without it, as of self-hosted portals', () => {
		const times = openWorkingTime();
		times.note({ finish: seconds }, NOW);
		times.note(undefined, NOW);
		expect(times.resetsInMs(NOW)).toBeUndefined();
	});
});

describe('The brake before the limit of working time', () => {
	const RESET = seconds + 300;
	const used = (operating: number, operating_reset_at = RESET) => ({
		finish: seconds,
		operating,
		operating_reset_at,
	});
	const after = (...answers: object[]) => {
		const times = openWorkingTime();
		for (const time of answers) times.note(time, NOW);
		return times;
	};
	const UNTIL_RESET = 301_000;

	it('is off where no answer names working time', () => {
		expect(after({ finish: seconds }).waitMs(NOW, 5)).toBe(0);
	});
	it('waits a little after a refusal whose end nobody names, and longer after each further one', () => {
		const times = after({ finish: seconds });
		times.refused(NOW);
		const first = times.waitMs(NOW, 5);
		times.refused(NOW + first);
		expect(first).toBeGreaterThan(0);
		expect(times.waitMs(NOW + first, 5)).toBeGreaterThan(first);
		expect(times.waitMs(NOW + 60_000, 5)).toBe(0);
	});
	it('takes no time that no portal would name', () => {
		const times = after({ finish: seconds, operating: 1e300, operating_reset_at: 1e300 });
		expect([times.resetsAt(NOW), times.waitMs(NOW, 5)]).toEqual([undefined, 0]);
	});
	it('is off up to four fifths of the limit', () => {
		expect(after(used(370)).waitMs(NOW, 5)).toBe(0);
	});
	it('spreads what is left over the time until some is freed', () => {
		const times = after(used(400));
		expect(times.waitMs(NOW, 5)).toBe(0);
		times.use(NOW, 5);
		const wait = times.waitMs(NOW, 5);
		expect(wait).toBeGreaterThan(20_000);
		expect(wait).toBeLessThan(60_000);
	});
	it('counts what is in flight, until it is released', () => {
		const times = after(used(370));
		const release = times.use(NOW, 80);
		expect(times.waitMs(NOW, 10)).toBe(UNTIL_RESET);
		release();
		expect(times.waitMs(NOW, 10)).toBe(0);
	});
	it('waits for the reset close to the limit', () => {
		expect(after(used(460)).waitMs(NOW, 5)).toBe(UNTIL_RESET);
		expect(after(used(460)).waitMs(NOW + 100_000, 5)).toBe(UNTIL_RESET - 100_000);
	});
	it('lets go on soon after the reset, although nobody has told how much was freed', () => {
		const times = after(used(460));
		expect(times.waitMs(NOW + UNTIL_RESET, 5)).toBeLessThan(30_000);
		expect(times.waitMs(NOW + UNTIL_RESET + 30_000, 5)).toBe(0);
	});
	it('lets a request go that alone needs more than is ever left', () => {
		expect(after(used(100)).waitMs(NOW, 600)).toBe(0);
	});
	it('waits for the reset after a refusal, and then stays below where it came', () => {
		const times = after(used(200));
		times.refused(NOW + 100);
		expect(times.waitMs(NOW, 5)).toBe(UNTIL_RESET);
		times.note({ finish: seconds, operating: 185, operating_reset_at: RESET + 60 }, NOW);
		times.use(NOW, 1);
		expect(times.waitMs(NOW, 5)).toBeGreaterThan(0);
	});
	it('waits after a refusal long after the last answer, too, but learns no lower limit from it', () => {
		const times = after(used(200));
		times.refused(NOW + 60_000);
		expect(times.waitMs(NOW + 60_000, 5)).toBe(UNTIL_RESET - 60_000);
		times.note({ finish: seconds, operating: 230, operating_reset_at: RESET + 60 }, NOW);
		expect(times.waitMs(NOW, 5)).toBe(0);
	});
	it('forgets a lower limit when the portal goes on above it, but not the documented one', () => {
		const times = after(used(200));
		times.refused(NOW);
		times.note(used(300), NOW);
		expect(times.waitMs(NOW, 5)).toBe(0);
		times.note(used(460), NOW);
		expect(times.waitMs(NOW, 5)).toBe(UNTIL_RESET);
	});
	it('finds out little by little whether a lower limit still holds', () => {
		const times = after(used(200));
		times.refused(NOW);
		for (let reset = RESET; reset < RESET + 3600; reset += 60) times.note(used(199, reset), NOW);
		expect(times.waitMs(NOW, 5)).toBe(0);
		times.use(NOW, 5);
		expect(times.waitMs(NOW, 5)).toBe(0);
	});
	it('is off once the portal has gone on far above the limit', () => {
		expect(after(used(600)).waitMs(NOW, 5)).toBe(0);
	});
	it('is not misled by answers that overtake each other', () => {
		expect(after(used(460), used(380)).waitMs(NOW, 5)).toBe(UNTIL_RESET);
		expect(after(used(460), used(300, RESET - 60)).waitMs(NOW, 5)).toBe(UNTIL_RESET);
		expect(after(used(460), used(300, RESET + 60)).waitMs(NOW, 5)).toBe(0);
	});
	it('is not misled by a batch that is itself not counted', () => {
		const times = after(used(460), used(0, RESET + 300));
		expect(times.waitMs(NOW, 5)).toBe(UNTIL_RESET);
		expect(times.resetsInMs(NOW)).toBe(UNTIL_RESET);
		expect(after(used(0, RESET + 300), used(460)).waitMs(NOW, 5)).toBe(UNTIL_RESET);
	});
});
