import { smallestHeap } from '../heap';
import { TITLES } from '../methods/methods';
import { markdownTable } from '../report/columns';
import { count } from '../report/numbers';

/** The smallest heap for the same items, ours beside that of the engine alone, in Markdown. */
export async function heapLines(lines: number, workflows: number): Promise<string[]> {
	const cells: string[][] = [];
	for (const method of ['bizprocLog', 'noOperation'] as const) {
		const heap = await smallestHeap({ method, lines, workflows });
		cells.push([TITLES[method], count(heap)]);
	}
	return [
		`The smallest heap (\`--max-old-space-size\`, in steps of 16 MiB) in which ${count(lines)} items pass within two minutes, n8n’s engine and its nodes included:`,
		markdownTable(['method', 'MiB'], cells),
	];
}
