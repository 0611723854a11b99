import { findPrograms } from '../../queue/services/programs';
import { compare, type Cost, type Load } from '../inN8n/load';
import type { DatabaseName } from '../inN8n/measuredN8n';
import { startPortalProcess } from '../portalProcess';
import { progress } from '../progress';
import { markdownTable } from '../report/columns';
import { count, mebibytes, short } from '../report/numbers';
import { median } from '../report/row';
import type { Scene, Target } from './scene';

const FULL = { rounds: 3, loads: loadsOf(500, 20_000) };
const QUICK = { rounds: 1, loads: loadsOf(20, 1000) };

function loadsOf(executions: number, lines: number): Load[] {
	const some = executions / 5;
	return [
		{ name: `${count(executions)} executions of one line`, executions, lines: 1, workflows: 1 },
		{ name: `${count(some)} executions of 120 lines`, executions: some, lines: 120, workflows: 1 },
		{ name: `one run of ${count(lines)} lines`, executions: 1, lines, workflows: 400 },
	];
}

const TITLES = [
	...['load', 'database', 'seconds without', 'with', 'processor ms per execution without', 'with'],
	...['rounds without differ by', 'peak memory of n8n without, MiB', 'with'],
];

/** In a whole n8n: what it costs that lines are noted in its database while they are written. */
export const note: Scene = async (quick) => {
	const { rounds, loads } = quick ? QUICK : FULL;
	const databases: DatabaseName[] = findPrograms() ? ['SQLite', 'Postgres'] : ['SQLite'];
	const lines: string[][] = [];
	const targets: Target[] = [];
	const portal = await startPortalProcess();
	try {
		for (const database of databases) {
			const comparison = await compare(database, portal, loads, rounds);
			for (const [index, load] of loads.entries()) {
				const [without, withNote] = comparison[index];
				lines.push([load.name, database, ...cells(load, without, withNote)]);
				progress(`  ${lines.at(-1)!.join(', ')}`);
				if (load.lines === 1) targets.push(smallTarget(database, load, without, withNote));
			}
		}
	} finally {
		await portal.stop();
	}
	return {
		title: 'The note in n8n’s database',
		text: [
			'A whole n8n whose executions are started by a webhook, ten at a time, and the same one with the note taken out of ' +
				'the package, in turn. No limits and no latency, so lines go a hundred times as fast as an ordinary portal takes ' +
				'them. Processor time is that of n8n’s process, with all that it does for an execution. ' +
				`Medians of ${count(rounds)} rounds.` +
				(databases.length === 1 ? ' Postgres was not there to be measured.' : ''),
		],
		table: markdownTable(TITLES, lines),
		targets,
	};
};

const processorMs = ({ executions }: Load, costs: Cost[]): number[] =>
	costs.map(({ processorSeconds }) => (processorSeconds * 1000) / executions);

const spread = (numbers: number[]): number => Math.max(...numbers) - Math.min(...numbers);

function cells(load: Load, without: Cost[], withNote: Cost[]): string[] {
	const both = [without, withNote];
	return [
		...both.map((costs) => short(median(costs.map(({ seconds }) => seconds)))),
		...both.map((costs) => short(median(processorMs(load, costs)))),
		short(spread(processorMs(load, without))),
		// The largest load comes last.
		...both.map((costs) => (load.executions > 1 ? '–' : mebibytes(costs.at(-1)!.peakMemory))),
	];
}

function smallTarget(database: DatabaseName, load: Load, without: Cost[], withNote: Cost[]): Target {
	const [before, now] = [without, withNote].map((costs) => processorMs(load, costs));
	return {
		goal: `${load.name} in n8n with ${database}: the note costs no more than rounds differ by`,
		figure: `${short(median(now))} ms against ${short(median(before))} ms, which differ by ${short(spread(before))} ms`,
		reached: median(now) - median(before) <= spread(before),
	};
}
