import type { Trial } from '../trial';

/** One line of a table: the medians of what was measured, and the worst of what came of it. */
export type Row = Trial;

export function median(numbers: number[]): number {
	const sorted = [...numbers].sort((a, b) => a - b);
	const middle = sorted.length / 2;
	return (sorted[Math.ceil(middle) - 1] + sorted[Math.floor(middle)]) / 2;
}

const MEDIANS = ['seconds', 'processorSeconds', 'peakMemory', 'requests'] as const;
const WORST = ['refusals', 'refusalsOfCompany', 'collisions', 'missing', 'doubled', 'disordered'] as const;

/** @param rounds the same trial, at least once */
export function toRow(rounds: Trial[]): Row {
	const row = { ...rounds[0] };
	for (const figure of MEDIANS) row[figure] = median(rounds.map((round) => round[figure]));
	for (const figure of WORST) row[figure] = Math.max(...rounds.map((round) => round[figure]));
	row.inLog = Math.min(...rounds.map((round) => round.inLog));
	row.broken = rounds.find((round) => round.broken)?.broken;
	return row;
}

export const linesPerSecond = ({ inLog, seconds }: Row): number => inLog / seconds;

/** Milliseconds of processor time for 1,000 items. */
export const processorPer1000 = ({ processorSeconds, lines }: Row): number =>
	(processorSeconds * 1e6) / lines;

/** The row of a method. @throws when the method was not run. */
export function rowOf(rows: Row[], method: Row['method'], lines?: number, workflows?: number): Row {
	const row = rows.find(
		(one) =>
			one.method === method &&
			one.lines === (lines ?? one.lines) &&
			one.workflows === (workflows ?? one.workflows),
	);
	if (!row) throw new Error(`${method} was not run.`);
	return row;
}
