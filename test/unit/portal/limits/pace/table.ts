/* eslint-disable no-console, @n8n/community-nodes/no-restricted-globals -- prints its figures: node --import tsx test/unit/portal/limits/pace/table.ts [seeds] */
import { play, type Course, type Scene } from './simulation';

/** A worker's batches: a refusal is back at once, what is taken is worked on for a while. */
export const BATCHES: Scene = { latencyMs: [5, 30], workMs: [200, 1000], startWithinMs: 200 };
const FAR: Scene = { lanes: [2, 10], latencyMs: [5, 300], workMs: [0, 4000], startWithinMs: 500 };
const SLOW: Scene = { lanes: [10, 10], latencyMs: [50, 300], workMs: [6000, 12_000], startWithinMs: 500 };
const ENTERPRISE: Scene = { burst: 250, perSecond: 5 };

/** 20,000 lines are 400 requests, in equal parts for all processes unless a scene says otherwise. */
const SCENES: Array<[string, Scene]> = [
	...[1, 4, 8, 16].flatMap(
		(processes): Array<[string, Scene]> => [
			[`${processes} processes`, { processes }],
			[`${processes}, batches of 0.2-1 s`, { ...BATCHES, processes }],
			[`${processes}, 2-10 lanes, latency to 0.3 s, work to 4 s`, { ...FAR, processes }],
			[`${processes}, 10 lanes, work of 6-12 s`, { ...SLOW, processes }],
		],
	),
	['64 processes, 6 requests each', { processes: 64 }],
	['64 processes, 25 requests each', { processes: 64, each: 25 }],
	['4 for longer (2,000 requests)', { processes: 4, each: 500 }],
	['16 for longer (1,600 requests)', { processes: 16, each: 100 }],
	['one joins three late', { processes: 3, each: 500, late: { atMs: 200_000, requests: 200 } }],
	['one of four leaves early', { processes: 4, each: 120, firstHas: 40 }],
	['4, starting within 5 s', { processes: 4, startWithinMs: 5000 }],
	['16, starting within 5 s', { processes: 16, startWithinMs: 5000 }],
	['a neighbour of 1/s', { each: 200, neighbour: 1 }],
	['enterprise, 1', { ...ENTERPRISE, each: 1200 }],
	['enterprise, 4', { ...ENTERPRISE, processes: 4, each: 300 }],
	['enterprise, 16', { ...ENTERPRISE, processes: 16, each: 75 }],
];

/** The same scene with as many seeds, and what is in the middle and worst of it. */
export function measure(scene: Scene, seeds: number) {
	const courses = Array.from({ length: seeds }, (_, seed) => play({ ...scene, seed: seed + 1 }));
	const sorted = (read: (course: Course) => number) => courses.map(read).sort((left, right) => left - right);
	const middle = Math.floor(seeds / 2);
	const times = sorted(({ timesIdeal }) => timesIdeal);
	const refused = sorted(({ refusedShare }) => refusedShare);
	const fairness = sorted((course) => course.fairness);
	return {
		timesIdeal: times[middle],
		timesIdealWorst: times[seeds - 1],
		refusedShare: refused[middle],
		refusedShareWorst: refused[seeds - 1],
		fairness: fairness[middle],
		fairnessWorst: fairness[0],
	};
}

function print(seeds: number): void {
	console.log(
		`Medians (worst) of ${seeds} seeds\n| scene | x ideal | refused % | fairness |\n|---|---|---|---|`,
	);
	for (const [title, scene] of SCENES) {
		const figures = measure(scene, seeds);
		const percent = (share: number) => (share * 100).toFixed(1);
		console.log(
			`| ${title} | ${figures.timesIdeal.toFixed(3)} (${figures.timesIdealWorst.toFixed(2)}) | ` +
				`${percent(figures.refusedShare)} (${percent(figures.refusedShareWorst)}) | ` +
				`${figures.fairness.toFixed(2)} (${figures.fairnessWorst.toFixed(2)}) |`,
		);
	}
}

if (require.main === module) print(Number(process.argv[2] ?? 21));
