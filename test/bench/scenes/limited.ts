import { LINES, METHOD, OUTCOME, TRAFFIC, idealColumns, table, type Column } from '../report/columns';
import { count, percent, ratio, short } from '../report/numbers';
import { rowOf, type Row } from '../report/row';
import { together } from '../rounds';
import type { Plan } from '../messages';
import type { TrialOptions } from '../trial';
import type { Chapter } from './scene';

const WORKFLOWS = 400;
const IN_A_BATCH = 50;
/** Enough to see what calls that start all at once lose. */
const AT_ONCE = 2000;

export interface Limited {
	title: string;
	text: string[];
	plan: Plan;
	requestLimit: { burst: number; perSecond: number };
	/** Requests a second that somebody else takes of it. */
	taken?: number;
	company?: TrialOptions['company'];
	/** Of the batching methods. */
	lines: number;
	/** Of one call per item, which the limits make 50 times slower. */
	linesOneByOne: number;
	/** More than the usual ones. */
	columns?: Column[];
}

/** The same portal with a limit for each method, all in real time and side by side, once: they only wait for the portal. */
export async function limited(scene: Limited): Promise<Chapter & { ours: Row; ideal: number }> {
	const { plan, requestLimit, company, lines, linesOneByOne, taken = 0 } = scene;
	const trial = { workflows: WORKFLOWS, plan, rules: { requestLimit }, company };
	const rows = await together([
		{ ...trial, method: 'bizprocLog', lines },
		{ ...trial, method: 'sdk', lines },
		{ ...trial, method: 'oneByOne', lines: linesOneByOne },
		{ ...trial, method: 'allAtOnce', lines: Math.min(lines, AT_ONCE) },
	]);

	const left = requestLimit.perSecond - taken;
	const idealFor = ({ method }: Row, items: number): number => {
		const requests = method === 'oneByOne' || method === 'allAtOnce' ? items : Math.ceil(items / IN_A_BATCH);
		return Math.max(requests - requestLimit.burst, 0) / left;
	};
	const idealOf = (row: Row) => idealFor(row, row.lines);
	const inFull: Column = [
		`seconds for ${count(lines)} lines`,
		(row) => {
			if (row.missing > 0) return 'never';
			if (row.lines === lines) return short(row.seconds);
			return `≈ ${short((row.seconds / idealOf(row)) * idealFor(row, lines))}`;
		},
	];
	const ours = rowOf(rows, 'bizprocLog');
	return {
		title: scene.title,
		text: [
			...scene.text,
			`Ideal: (requests − ${requestLimit.burst}) / ${left} seconds, with a request for each ${IN_A_BATCH} lines, or for each ` +
				'line where a call carries one. One round, in real time, all methods side by side. One call per item runs with ' +
				'fewer lines, and ≈ is its time scaled by the ideal times.',
		],
		table: table(
			[METHOD, LINES, ...TRAFFIC, ...idealColumns(idealOf), inFull, ...(scene.columns ?? []), ...OUTCOME],
			rows,
		),
		targets: [],
		ours,
		ideal: idealOf(ours),
	};
}

/** The target of both plans. */
export async function planChapter(scene: Limited): Promise<Chapter> {
	const chapter = await limited(scene);
	const { ours, ideal } = chapter;
	const refused = ours.refusals / ours.requests;
	const of = `${scene.title}, ${count(ours.lines)} lines over ${WORKFLOWS} workflows`;
	return {
		...chapter,
		targets: [
			{
				goal: `${of}: at most 1.05 × the ideal time`,
				figure: `${ratio(ours.seconds / ideal)} ×`,
				reached: ours.seconds / ideal <= 1.05 && ours.missing === 0,
			},
			{ goal: `${of}: refusals under 2 %`, figure: percent(refused), reached: refused < 0.02 },
		],
	};
}
