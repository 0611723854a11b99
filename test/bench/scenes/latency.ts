import type { MethodName } from '../messages';
import { LINES, METHOD, OUTCOME, TRAFFIC, idealColumns, table, type Column } from '../report/columns';
import { ratio } from '../report/numbers';
import { linesPerSecond, rowOf, type Row } from '../report/row';
import { sideBySide } from '../rounds';
import type { TrialOptions } from '../trial';
import type { Chapter, Scene, Target } from './scene';

const ROUND_TRIP_MS = 40;
const WORKFLOWS = 400;
const IN_A_BATCH = 50;
/** The node's default. */
const LANES = 5;
/** More at once make the portals answer late. */
const AT_ONCE = 4;

interface Portal {
	commandMs: number;
	lines: number;
	rounds: number;
}

/** A portal at a distance, which needs some time for each command, and has no limits. */
export const latency: Scene = async (quick) => {
	const portals: Portal[] = [
		{ commandMs: 30, lines: quick ? 400 : 4000, rounds: 1 },
		{ commandMs: 10, lines: quick ? 800 : 10_000, rounds: quick ? 1 : 3 },
		{ commandMs: 4, lines: quick ? 800 : 10_000, rounds: 1 },
	];
	const plans = portals.map((portal) => ({ portal, trials: trialsAt(portal, quick) }));
	const rows = await sideBySide(
		plans.flatMap(({ portal, trials }) => repeated(trials, portal.rounds)),
		AT_ONCE,
	);

	const chapters = plans.map(({ portal, trials }) => chapterOf(portal, rows.splice(0, trials.length)));
	return {
		title: `${ROUND_TRIP_MS} ms round trip`,
		text: [
			`No limits, ${WORKFLOWS} workflows whose lines are interleaved unless the row says otherwise. Ideal: requests × ` +
				`(${ROUND_TRIP_MS} ms + commands × their time), a request for each ${IN_A_BATCH} lines, divided by the node's ${LANES} lanes ` +
				`where it has them. In real time, at most ${AT_ONCE} trials at once. One call per item is linear and runs with fewer ` +
				'lines; compare lines a second. 10 ms per command: three rounds, the other two: one.',
		],
		table: chapters.map(({ title, table: figures }) => `### ${title}\n\n${figures}`).join('\n\n'),
		targets: chapters.flatMap(({ targets }) => targets),
	};
};

/** Round by round, so that the same method does not run beside itself. */
const repeated = (trials: TrialOptions[], rounds: number): TrialOptions[] =>
	Array.from({ length: rounds }, () => trials).flat();

function trialsAt({ commandMs, lines }: Portal, quick: boolean): TrialOptions[] {
	const trial = { lines, workflows: WORKFLOWS, rules: { latencyMs: ROUND_TRIP_MS, commandMs } };
	const usual: TrialOptions[] = [
		{ ...trial, method: 'sdk' },
		{ ...trial, method: 'bizprocLog' },
		{ ...trial, method: 'oneByOne', lines: quick ? 50 : 400 },
		{ ...trial, method: 'allAtOnce', lines: 800 },
	];
	if (commandMs !== 10) return usual;
	return [
		...usual,
		{ ...trial, method: 'bizprocLog', arrangement: 'contiguous' },
		{ ...trial, method: 'bizprocLog', arrangement: 'random' },
		{ ...trial, method: 'bizprocLogStopping', lines: lines / 2 },
	];
}

function chapterOf({ commandMs }: Portal, rows: Row[]): Omit<Chapter, 'text'> {
	const idealOf = ({ method, lines }: Row): number => {
		if (method === 'oneByOne') return (lines * (ROUND_TRIP_MS + commandMs)) / 1000;
		if (method === 'allAtOnce') return (ROUND_TRIP_MS + commandMs) / 1000;
		const oneLane = (Math.ceil(lines / IN_A_BATCH) * ROUND_TRIP_MS + lines * commandMs) / 1000;
		return method === 'bizprocLog' ? oneLane / LANES : oneLane;
	};
	const columns: Column[] = [METHOD, LINES, ...TRAFFIC, ...idealColumns(idealOf), ...OUTCOME];
	return {
		title: `${commandMs} ms per command`,
		table: table(columns, rows),
		targets: commandMs === 10 ? [target(rows, 'sdk', 3.5), target(rows, 'oneByOne', 15)] : [],
	};
}

const NAMES: Partial<Record<MethodName, string>> = {
	sdk: 'the sequential batches of b24jssdk',
	oneByOne: 'one call per item, one after another',
};

function target(rows: Row[], other: MethodName, times: number): Target {
	const reached = linesPerSecond(rowOf(rows, 'bizprocLog')) / linesPerSecond(rowOf(rows, other));
	return {
		goal: `40 ms round trip, 10 ms per command: at least ${times} × ${NAMES[other]}`,
		figure: `${ratio(reached)} ×`,
		reached: reached >= times,
	};
}
