import type { MethodName } from '../messages';
import { LINES, METHOD, OUTCOME, SPEED, IN_WORKFLOWS, table, type Column } from '../report/columns';
import { count, mebibytes, percent, ratio, short } from '../report/numbers';
import { processorPer1000, rowOf, type Row } from '../report/row';
import { inTurn } from '../rounds';
import type { TrialOptions } from '../trial';
import { heapLines } from './heaps';
import type { Scene, Target } from './scene';

/** They send nothing, so it does not matter how many workflows the items belong to. */
const ENGINE_ALONE: MethodName[] = ['noOperation', 'editFields'];
const BATCHING: MethodName[] = ['bizprocLog', 'sdk'];
const ONE_CALL_EACH: MethodName[] = ['oneByOne', 'allAtOnce'];
const WORKFLOWS = [1, 1000];

const FULL = [
	{ lines: 1000, rounds: 1 },
	{ lines: 10_000, rounds: 3 },
	{ lines: 100_000, rounds: 1 },
];
const QUICK = [
	{ lines: 1000, rounds: 1 },
	{ lines: 2000, rounds: 1 },
];

/** No limits, no latency: what a method costs by itself. */
export const ownCost: Scene = async (quick) => {
	const sizes = quick ? QUICK : FULL;
	const rows: Row[] = [];
	for (const { lines, rounds } of sizes) {
		const methods = lines === sizes[0].lines ? [...BATCHING, ...ONE_CALL_EACH] : BATCHING;
		const trials: TrialOptions[] = WORKFLOWS.flatMap((workflows) =>
			methods.map((method) => ({ method, lines, workflows })),
		);
		// Five at a time would collide in one workflow.
		if (lines > sizes[0].lines) trials.push({ method: 'readyMade', lines, workflows: WORKFLOWS[1] });
		const alone = ENGINE_ALONE.map((method) => ({ method, lines, workflows: 1 }));
		rows.push(...(await inTurn([...trials, ...alone], rounds)));
	}

	const heaps = quick ? [] : await heapLines(sizes.at(-1)!.lines, WORKFLOWS[1]);
	const columns: Column[] = [
		METHOD,
		LINES,
		IN_WORKFLOWS,
		SPEED,
		['processor ms per 1,000 items', (row) => short(processorPer1000(row))],
		['peak memory, MiB', ({ peakMemory }) => mebibytes(peakMemory)],
		['× No Operation', (row) => ratio(memoryOf(rows, row))],
		...OUTCOME,
	];
	return {
		title: 'No limits, no latency: own cost',
		text: [
			'What a method costs by itself. The rows of the engine alone send nothing: No Operation is what n8n needs to hand ' +
				'the items on, Edit Fields what it needs to work out the same two expressions for each item in its usual way. ' +
				'n8n’s HTTP helper sends the same batches, five at a time, which were built before the clock starts and count as its memory. ' +
				'The SDK is called from plain code, so it has neither. Its limiter is opened so that it never waits. One call ' +
				'per item is linear, so it runs for the smallest size only. Three rounds of 10,000 items, one of the others.',
		],
		table: [table(columns, rows), ...heaps].join('\n\n'),
		targets: [
			...sizes.slice(1).flatMap(({ lines }) => [processorTarget(rows, lines), shareTarget(rows, lines)]),
			...WORKFLOWS.map((workflows) => memoryTarget(rows, sizes.at(-1)!.lines, workflows)),
		],
	};
};

const memoryOf = (rows: Row[], { peakMemory, lines }: Row): number =>
	peakMemory / rowOf(rows, 'noOperation', lines).peakMemory;

function processorTarget(rows: Row[], lines: number): Target {
	const ours = processorPer1000(rowOf(rows, 'bizprocLog', lines, WORKFLOWS[1]));
	const sdk = processorPer1000(rowOf(rows, 'sdk', lines, WORKFLOWS[1]));
	const expressions = processorPer1000(rowOf(rows, 'editFields', lines));
	return {
		goal: `${count(lines)} lines over 1,000 workflows: processor time not above that of b24jssdk`,
		figure:
			`${short(ours)} ms per 1,000 lines against ${short(sdk)} ms; ` +
			`Edit Fields with the same expressions, and no request, takes ${short(expressions)} ms`,
		reached: ours <= sdk,
	};
}

function shareTarget(rows: Row[], lines: number): Target {
	const ours = processorPer1000(rowOf(rows, 'bizprocLog', lines, WORKFLOWS[1]));
	const helper = processorPer1000(rowOf(rows, 'readyMade', lines, WORKFLOWS[1]));
	const share = (ours - helper) / helper;
	return {
		goal: `${count(lines)} lines over 1,000 workflows: our share above the ready-made batches at most 15 %`,
		figure: `${percent(share)}: ${short(ours)} ms per 1,000 lines against ${short(helper)} ms`,
		reached: share <= 0.15,
	};
}

function memoryTarget(rows: Row[], lines: number, workflows: number): Target {
	const share = memoryOf(rows, rowOf(rows, 'bizprocLog', lines, workflows));
	return {
		goal: `${count(lines)} items, ${count(workflows)} workflow${workflows > 1 ? 's' : ''}: peak memory at most 1.3 × No Operation`,
		figure: `${ratio(share)} ×`,
		reached: share <= 1.3,
	};
}
