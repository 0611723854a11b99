import { TITLES } from '../methods/methods';
import { count, ratio, short } from './numbers';
import { linesPerSecond, type Row } from './row';

/** A title, and what stands below it for each row. */
export type Column = [title: string, cell: (row: Row) => string];

const nameOf = ({ method, arrangement, broken }: Row): string =>
	[TITLES[method], arrangement === 'interleaved' ? '' : arrangement, broken ? `ended early: ${broken}` : '']
		.filter((part) => part !== '')
		.join(', ');

export const METHOD: Column = ['method', nameOf];
export const LINES: Column = ['lines', ({ lines }) => count(lines)];

/** Of lines that were sent: some rows show the engine alone. */
const ofLines = (title: string, figure: (row: Row) => string): Column => [
	title,
	(row) => (row.requests === 0 ? '–' : figure(row)),
];

export const IN_WORKFLOWS = ofLines('workflows', ({ workflows }) => count(workflows));
export const SPEED = ofLines('lines a second', (row) => short(linesPerSecond(row)));

export const TRAFFIC: Column[] = [
	['requests', ({ requests }) => count(requests)],
	['refused', ({ refusals }) => count(refusals)],
	['busy (423)', ({ collisions }) => count(collisions)],
	['seconds', ({ seconds }) => short(seconds)],
	SPEED,
];

/** @param idealOf seconds */
export const idealColumns = (idealOf: (row: Row) => number): Column[] => [
	['ideal seconds', (row) => short(idealOf(row))],
	['× ideal', (row) => (row.missing > 0 ? 'lines lost' : ratio(row.seconds / idealOf(row)))],
];

export const OUTCOME: Column[] = [
	ofLines('accepted', ({ accepted }) => count(accepted)),
	ofLines('in the log', ({ inLog }) => count(inLog)),
	ofLines('missing', ({ missing }) => count(missing)),
	ofLines('doubled', ({ doubled }) => count(doubled)),
	ofLines('workflows out of order', ({ disordered }) => count(disordered)),
];

export function table(columns: Column[], rows: Row[]): string {
	const lines = rows.map((row) => columns.map(([, cell]) => cell(row)));
	return markdownTable(
		columns.map(([title]) => title),
		lines,
	);
}

/** All but the first column stand at the right. */
export function markdownTable(titles: string[], lines: string[][]): string {
	const rule = titles.map((_, column) => (column === 0 ? '---' : '--:'));
	return [titles, rule, ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
