import { play, type Scene } from './simulation';
import { BATCHES, measure } from './table';

const SEEDS = 5;
const ENTERPRISE: Scene = { burst: 250, perSecond: 5 };

describe('The pace of 400 requests in all, by processes that start together and know nothing of each other,', () => {
	it.each<[string, Scene, { timesIdeal: number; refusedShare: number; fairness: number }]>([
		['1 process', {}, { timesIdeal: 1.01, refusedShare: 0.012, fairness: 1 }],
		['1 process with batches', BATCHES, { timesIdeal: 1.03, refusedShare: 0.012, fairness: 1 }],
		['4 processes', { processes: 4 }, { timesIdeal: 1.09, refusedShare: 0.075, fairness: 0.95 }],
		[
			'4 with batches',
			{ ...BATCHES, processes: 4 },
			{ timesIdeal: 1.06, refusedShare: 0.05, fairness: 0.95 },
		],
		['16 processes', { processes: 16 }, { timesIdeal: 1.08, refusedShare: 0.08, fairness: 0.85 }],
		[
			'16 with batches',
			{ ...BATCHES, processes: 16 },
			{ timesIdeal: 1.07, refusedShare: 0.06, fairness: 0.9 },
		],
	])('is near the ideal, with few refusals and fair shares: %s', (_title, scene, most) => {
		const { timesIdeal, refusedShare, fairness } = measure(scene, SEEDS);
		expect(timesIdeal).toBeLessThanOrEqual(most.timesIdeal);
		expect(refusedShare).toBeLessThanOrEqual(most.refusedShare);
		expect(fairness).toBeGreaterThanOrEqual(most.fairness);
	});

	it('goes on among 64, where each is refused before it can know that it is not alone', () => {
		const { timesIdeal, refusedShare } = measure({ processes: 64, each: 25 }, 3);
		expect(timesIdeal).toBeLessThan(1.2);
		expect(refusedShare).toBeLessThan(2.5);
	});
});

describe('When the others change, the pace', () => {
	it('gives one who comes late his share, without costing time', () => {
		const scene = { processes: 3, each: 500, late: { atMs: 200_000, requests: 200 } };
		const { timesIdeal, refusedShare, fairness } = measure(scene, SEEDS);
		expect(timesIdeal).toBeLessThan(1.05);
		expect(refusedShare).toBeLessThan(0.06);
		expect(fairness).toBeGreaterThan(0.9);
	});
	it('uses what one who leaves early leaves', () => {
		const { timesIdeal, refusedShare } = measure({ processes: 4, each: 120, firstHas: 40 }, SEEDS);
		expect(timesIdeal).toBeLessThan(1.06);
		expect(refusedShare).toBeLessThan(0.07);
	});
	it('leaves a neighbour who is no n8n what he takes', () => {
		const { timesIdeal, refusedShare } = measure({ each: 200, neighbour: 1 }, SEEDS);
		expect(timesIdeal).toBeLessThan(1.05);
		expect(refusedShare).toBeLessThan(0.05);
	});
	it.each([4, 8, 16])('finds all there is within two minutes when %d become one', (processes) => {
		for (let seed = 1; seed <= 5; seed += 1) {
			const [first, ...others] = play({ processes, firstHas: 1000, seed }).processes;
			const aloneMs = Math.max(...others.map(({ doneMs }) => doneMs)) + 120_000;
			const later = first.takenAt.filter((at) => at > aloneMs && at <= aloneMs + 60_000);
			expect(later.length / 60).toBeGreaterThan(1.5);
		}
	});
});

describe('When the limit is another one, the pace', () => {
	it.each<[string, Scene, number]>([
		['becomes larger', { each: 2500, change: { atMs: 200_000, perSecond: 5 } }, 4.2],
		['becomes smaller', { ...ENTERPRISE, each: 3000, change: { atMs: 300_000, perSecond: 2 } }, 1.7],
		['is left by a neighbour', { each: 1000, neighbour: 1, change: { atMs: 200_000, neighbour: 0 } }, 1.7],
	])('has followed most of the way after three minutes when it %s', (_title, scene, perSecond) => {
		const { processes } = play(scene);
		const fromMs = (scene.change?.atMs ?? 0) + 180_000;
		const later = processes[0].takenAt.filter((at) => at > fromMs && at <= fromMs + 60_000);
		expect(later.length / 60).toBeGreaterThanOrEqual(perSecond);
	});
	it('is that of an enterprise plan, without being told', () => {
		const one = measure({ ...ENTERPRISE, each: 1200 }, 3);
		const four = measure({ ...ENTERPRISE, processes: 4, each: 300 }, SEEDS);
		expect(one.timesIdeal).toBeLessThan(1.03);
		expect(one.refusedShare).toBeLessThan(0.01);
		expect(four.timesIdeal).toBeLessThan(1.1);
		expect(four.refusedShare).toBeLessThan(0.03);
	});
	it('holds next to nothing back where nothing is limited', () => {
		const { timesIdeal, refusedShare } = measure(
			{ ...BATCHES, burst: Infinity, perSecond: 1e9, each: 2000 },
			3,
		);
		expect(refusedShare).toBe(0);
		expect(timesIdeal).toBeLessThan(1.07);
	});
});

describe('A portal that refuses everything for a minute', () => {
	it.each([
		['from the start', 0],
		['in the middle', 40_000],
	])('is asked at least about every twenty seconds, and used again at once: %s', (_title, fromMs) => {
		const [process] = play({ blockedMs: [fromMs, fromMs + 60_000] }).processes;
		const asked = process.askedAt.filter((at) => at >= fromMs && at <= fromMs + 70_000);
		const gaps = asked.slice(1).map((at, index) => at - asked[index]);
		expect(Math.max(...gaps)).toBeLessThan(20_500);
		expect(process.refusals).toBeLessThan(20);
		const after = process.takenAt.filter((at) => at > fromMs + 60_000 && at <= fromMs + 90_000);
		expect(after.length).toBeGreaterThan(60);
	});
});

describe('A small job alone', () => {
	it.each([1, 20, 40])('of %d requests goes out as a burst, one soon after the other', (each) => {
		const [{ askedAt, refusals }] = play({ each }).processes;
		expect(refusals).toBe(0);
		expect(askedAt[0]).toBe(0);
		expect(askedAt[each - 1]).toBeLessThan(60 * each);
	});
});

describe('A bucket that is smaller than any plan says, or was filled by others', () => {
	it('is found out within seconds: the first refusal says too little to go by', () => {
		const { timesIdeal, refusedShare } = measure({ burst: 2, perSecond: 4, each: 20 }, 5);
		expect(timesIdeal).toBeLessThan(4);
		expect(refusedShare).toBeLessThan(0.2);
	});
});

describe('Processes that do not start at the same moment', () => {
	it.each([
		[4, 1.5, 0.6],
		[16, 1.7, 0.2],
	])('share less evenly, but none is left behind for good: %i', (processes, times, fair) => {
		const { timesIdeal, fairness } = measure({ processes, startWithinMs: 5000 }, 5);
		expect(timesIdeal).toBeLessThan(times);
		expect(fairness).toBeGreaterThan(fair);
	});
});
