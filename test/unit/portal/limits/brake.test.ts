import { openWorkingTime } from '../../../../nodes/portal/limits/workingTime';
import { OperatingMeter } from '../../../portal/limits/operatingMeter';
import { openTime } from './pace/time';

const NOW = Date.UTC(2026, 0, 1, 12);

describe('The brake in an hour of work on the stand-in portal’s meter', () => {
	it.each([
		['batches of 5 seconds', 0.1, 60_000],
		['batches of 25 seconds', 0.5, 180_000],
	])(
		'keeps four lanes below the limit, and goes on all the time: %s',
		(_title, secondsPerCall, longestGapMs) => {
			const limit = { seconds: 480, windowSeconds: 600, secondsPerCall };
			const time = openTime(NOW);
			const meter = new OperatingMeter(time.now);
			const times = openWorkingTime();
			const needed = 50 * secondsPerCall;
			const ranAt: number[] = [];
			let refusals = 0;

			const lane = () => {
				const waitMs = times.waitMs(time.now(), needed);
				if (waitMs > 0) return time.at(time.now() + Math.min(waitMs, 5000), lane);
				run(50, times.use(time.now(), needed));
			};
			const run = (left: number, release: () => void) => {
				if (left === 0) {
					times.note({ finish: time.now() / 1000, ...meter.reading(limit, 'log') }, time.now());
					release();
					return lane();
				}
				time.at(time.now() + secondsPerCall * 1000, () => {
					try {
						meter.check(limit, 'log');
						meter.charge(limit, 'log');
						ranAt.push(time.now());
					} catch {
						refusals += 1;
					}
					run(left - 1, release);
				});
			};
			for (let index = 0; index < 4; index += 1) lane();
			time.run(() => time.now() < NOW + 3_600_000);

			expect(refusals).toBe(0);
			const gaps = ranAt.slice(1).map((at, index) => at - ranAt[index]);
			expect(Math.max(...gaps)).toBeLessThan(longestGapMs);
			expect((ranAt.length * secondsPerCall) / (480 * 6)).toBeGreaterThan(0.85);
		},
	);
});
