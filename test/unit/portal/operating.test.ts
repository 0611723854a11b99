import { openOperatingTimes } from '../../../nodes/portal/operating';

const NOW = Date.UTC(2026, 0, 1, 12);
const seconds = NOW / 1000;

describe('The time at which the portal frees working time', () => {
	it('is unknown before any answer named it', () => {
		expect(openOperatingTimes().resetsInMs(NOW)).toBeUndefined();
	});
	it('comes with the time block of an answer, with a second for rounding', () => {
		const times = openOperatingTimes();
		times.note({ finish: seconds, operating_reset_at: seconds + 30 }, NOW);
		expect(times.resetsInMs(NOW)).toBe(31_000);
		expect(times.resetsAt(NOW)).toBe('2026-01-01T12:00:31.000Z');
	});
	it('is told in our own time when the portal’s clock differs', () => {
		const times = openOperatingTimes();
		times.note({ finish: seconds + 300, operating_reset_at: seconds + 330 }, NOW);
		expect(times.resetsInMs(NOW)).toBe(31_000);
	});
	it('is taken as it is when the portal’s clock makes no sense', () => {
		const times = openOperatingTimes();
		times.note({ finish: 1, operating_reset_at: seconds + 30 }, NOW);
		expect(times.resetsInMs(NOW)).toBe(31_000);
	});
	it('is over when it has passed', () => {
		const times = openOperatingTimes();
		times.note({ finish: seconds, operating_reset_at: seconds + 30 }, NOW);
		expect(times.resetsInMs(NOW + 60_000)).toBeUndefined();
	});
	it('is left alone by answers without it, as of self-hosted portals', () => {
		const times = openOperatingTimes();
		times.note({ finish: seconds }, NOW);
		times.note(undefined, NOW);
		expect(times.resetsInMs(NOW)).toBeUndefined();
	});
});
