import { play, type Scene } from './simulation';

const ORDINARY = {};
const ENTERPRISE = { burst: 250, perSecond: 5 };
const FAST = { latencyMs: [50, 150] as [number, number] };
const SLOW = { latencyMs: [0, 1000] as [number, number] };
/** As batches of lines: a refusal is back at once, what is taken is worked on for a while. */
const WORKING = { latencyMs: [40, 60] as [number, number], workMs: 500 };

const courses = (scene: Scene) => [1, 2, 3, 4, 5].map((seed) => play({ ...scene, seed }));

describe('The pace of 400 requests in a row, not told the plan,', () => {
	it.each<[string, Scene]>([
		['an ordinary plan', ORDINARY],
		['an enterprise plan', ENTERPRISE],
		['an ordinary plan, 8 in flight', { ...FAST, lanes: 8 }],
		['an enterprise plan, 8 in flight', { ...ENTERPRISE, ...FAST, lanes: 8 }],
		['an ordinary plan, 8 in flight, slow batches', { ...WORKING, lanes: 8 }],
		['an enterprise plan, 8 in flight, slow batches', { ...ENTERPRISE, ...WORKING, lanes: 8 }],
		['a neighbour who uses half', { neighbour: 1 }],
		['a neighbour who uses half of an enterprise plan', { ...ENTERPRISE, neighbour: 2.5 }],
		['a bucket full at the start', { fullAtStart: true }],
		['a bucket full at the start, 8 in flight', { ...FAST, fullAtStart: true, lanes: 8 }],
		['a burst of 3', { burst: 3 }],
		['a burst of 3, 8 in flight, slow batches', { ...WORKING, burst: 3, lanes: 8 }],
		['1 a second', { perSecond: 1 }],
		['10 a second', { perSecond: 10 }],
		['20 a second', { perSecond: 20 }],
		['20 a second, 4 in flight', { ...FAST, perSecond: 20, lanes: 4 }],
	])('is within 5 %% of the ideal with less than 2 %% refused: %s', (_title, scene) => {
		for (const { seconds, idealSeconds, refusedShare } of courses(scene)) {
			expect(seconds / idealSeconds).toBeLessThanOrEqual(1.05);
			expect(refusedShare).toBeLessThan(0.02);
		}
	});

	it.each<[string, Scene, number]>([
		['an ordinary plan, 8 in flight with up to a second of latency', { ...SLOW, lanes: 8 }, 0.023],
		['a neighbour who uses half, 8 in flight', { ...FAST, neighbour: 1, lanes: 8 }, 0.021],
		['the same with slow batches', { ...WORKING, neighbour: 1, lanes: 8 }, 0.026],
		['a burst of 3, 8 in flight', { ...FAST, burst: 3, lanes: 8 }, 0.026],
		['1 a second, 8 in flight with up to a second of latency', { ...SLOW, perSecond: 1, lanes: 8 }, 0.034],
		['10 a second, 8 in flight', { ...FAST, perSecond: 10, lanes: 8 }, 0.039],
		['20 a second, 8 in flight', { ...FAST, perSecond: 20, lanes: 8 }, 0.036],
		['3 processes', { processes: 3 }, 0.021],
		['3 processes, 4 in flight each', { ...FAST, processes: 3, lanes: 4 }, 0.03],
		['3 processes, 8 in flight each', { ...FAST, processes: 3, lanes: 8 }, 0.044],
	])('costs a few refusals more where a full bucket is met by many at once: %s', (_title, scene, share) => {
		for (const { seconds, idealSeconds, refusedShare } of courses(scene)) {
			expect(seconds / idealSeconds).toBeLessThanOrEqual(1.05);
			expect(refusedShare).toBeLessThan(share);
		}
	});
});

describe('In the long run the pace', () => {
	it.each<[string, Scene]>([
		['alone', { ...FAST, requests: 2000, lanes: 8 }],
		['beside two other processes', { ...FAST, requests: 2000, processes: 3, lanes: 8 }],
		['beside a neighbour', { ...FAST, requests: 2000, neighbour: 1, lanes: 8 }],
	])('is the portal’s, with less than 2 %% refused: %s', (_title, scene) => {
		for (const { seconds, idealSeconds, refusedShare } of courses(scene)) {
			expect(seconds / idealSeconds).toBeLessThanOrEqual(1.03);
			expect(refusedShare).toBeLessThan(0.02);
		}
	});

	it.each<[string, Scene, number]>([
		['a neighbour who leaves', { neighbour: 1, change: { atMs: 300_000, perSecond: 2, neighbour: 0 } }, 1.8],
		['a larger plan', { change: { atMs: 300_000, perSecond: 5 } }, 4.5],
		['a smaller plan', { ...ENTERPRISE, change: { atMs: 300_000, perSecond: 2 } }, 1.8],
		['a neighbour who comes', { change: { atMs: 300_000, perSecond: 2, neighbour: 1 } }, 0.9],
	])('finds a limit that changes, within three minutes: %s', (_title, scene, perSecond) => {
		const { takenAt } = play({ ...FAST, lanes: 4, requests: 3000, ...scene });
		const later = takenAt.filter((at) => at > 480_000 && at <= 540_000);
		expect(later.length / 60).toBeGreaterThanOrEqual(perSecond);
	});

	it('holds nothing back where nothing is limited', () => {
		const { seconds, refusedShare } = play({ ...WORKING, burst: Infinity, lanes: 4, requests: 2000 });
		expect(refusedShare).toBe(0);
		expect(seconds / ((2000 / 4) * 0.55)).toBeLessThan(1.01);
	});
});
