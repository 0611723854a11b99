/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { availableParallelism } from 'node:os';
import { dependencies } from '../../n8n/package.json';
import type { Chapter } from '../scenes/scene';
import { markdownTable } from './columns';
import { count } from './numbers';

const HOW = `The built node runs in n8n's own execution engine, and every method against the stand-in portal of the tests in another
process. Each method runs in a process of its own, which is warm before the clock starts, at a portal nobody has used before;
processor time and peak memory are those of that process alone. Rows of several rounds are medians, and of lost, doubled or
disordered lines the worst round. The stand-in portal is quicker than a real one and on the same machine, so the
scenes show what the limits and the methods make of the time, not what a certain portal will do. No clock is scaled.`;

/** @param capacity batches of 50 a second that the stand-in portal can answer */
export function toDocument(chapters: Chapter[], capacity: number, quick: boolean): string {
	const machine = `Node ${process.versions.node}, ${availableParallelism()} processors, n8n ${dependencies.n8n}`;
	const ceiling = `${machine}. The stand-in portal can answer ${count(capacity)} batches of 50 lines a second (${count(capacity * 50)} lines).`;
	const targets = chapters.flatMap((chapter) => chapter.targets);
	const goals = targets.map(({ goal, figure, reached }) => [
		goal,
		figure,
		reached ? 'reached' : '**missed**',
	]);
	return `${[
		'# Benchmark',
		...(quick ? ['**A short run: it shows that everything works, and its figures mean nothing.**'] : []),
		'Made by `npm run bench`. A single scene: `npm run bench -- --scene latency`; a short run that shows only that everything works: `npm run bench -- --quick`.',
		ceiling,
		HOW,
		'## Targets',
		markdownTable(['target', 'measured', ''], goals),
		...chapters.flatMap(({ title, text, table }) => [`## ${title}`, ...text, table]),
	].join('\n\n')}\n`;
}
