import { createHash } from 'node:crypto';
import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { Ranges } from './ranges';
import { addBlock, firstItemOf, halvesOf, nameOf, toBlocks, wholeOf } from './blocks';
import { openMarks, type Marks } from './marks';

/**
 * What outlives a killed process: the accepted items of one run of a node, in n8n's own database. n8n stores an
 * execution's data between nodes at best, so the ledger of a node that is killed in the middle of its work is lost;
 * the Retry of such an execution finds here what was accepted.
 */
export interface RunRecord {
	/**
	 * The items that were accepted before the process was killed.
	 * @returns undefined if nobody can say: an earlier look was cut off itself
	 */
	read(): Promise<Ranges | undefined>;
	/** Stores what is accepted by now, without waiting for it: one write after the other, the latest state next. */
	keep(accepted: Ranges): void;
	/** Resolves when everything is stored. */
	stored(): Promise<void>;
}

/** Blocks that have become part of larger ones are taken out of the set when so many have come together. */
const MOST_OUTDATED = 64;
/** A run with a refused line at every other item would fill the set with single items; the largest blocks matter most. */
const MOST_BLOCKS = 1000;
/** How far a run has come is told in steps of so many items, so that nobody looks for blocks beyond. */
const STEP = 1000;

/** @returns undefined where n8n offers no such memory, e.g. for a workflow that was never saved */
export function openRecord(context: IExecuteFunctions, items: INodeExecutionData[]): RunRecord | undefined {
	const run = nameOfRun(context, items);
	if (run === undefined || items.length === 0) return undefined;
	const marks = openMarks(context);
	let current = new Set<string>();
	let outdated: string[] = [];
	let next: Ranges | undefined;
	let writing: Promise<void> | undefined;
	let isBroken = false;

	async function write(): Promise<void> {
		while (next) {
			const texts = textsOf(run!, next);
			next = undefined;
			// All of them each time: another process may have written its own state over ours.
			await marks.add(texts);
			const now = new Set(texts);
			outdated.push(...[...current].filter((text) => !now.has(text)));
			current = now;
			if (outdated.length < MOST_OUTDATED) continue;
			await marks.remove(outdated);
			outdated = [];
		}
	}

	return {
		read: async () => await read(marks, run, items.length),
		keep(accepted) {
			if (isBroken) return;
			next = [...accepted];
			writing ??= write()
				.catch((error: Error) => {
					isBroken = true;
					context.logger.warn(`Accepted items could not be noted in n8n's database: ${error.message}`);
				})
				.finally(() => (writing = undefined));
		},
		stored: async () => await writing,
	};
}

function textsOf(run: string, accepted: Ranges): string[] {
	const blocks = toBlocks(accepted).sort((a, b) => b.level - a.level);
	const steps = Math.ceil(((accepted.at(-1) ?? 0) + 1) / STEP);
	return [stepText(run, steps), ...blocks.slice(0, MOST_BLOCKS).map((block) => `${run} ${nameOf(block)}`)];
}

const stepText = (run: string, steps: number): string => `${run} up to ${steps}`;

/** To look for a text puts it into the set for a moment. A look that was cut off would leave it there, so it is noted. */
async function read(marks: Marks, run: string, count: number): Promise<Ranges | undefined> {
	const reading = `${run} reading`;
	if ((await marks.find([reading])).size > 0) return undefined;
	await marks.add([reading]);
	const found = await readBlocks(marks, run, Math.min(count, await readEnd(marks, run, count)));
	await marks.remove([reading]);
	return found;
}

async function readEnd(marks: Marks, run: string, count: number): Promise<number> {
	const steps = Array.from({ length: Math.ceil(count / STEP) }, (_, index) => index + 1);
	const known = await marks.find(steps.map((step) => stepText(run, step)));
	return STEP * Math.max(0, ...steps.filter((step) => known.has(stepText(run, step))));
}

/** From the whole to its halves, and on where a whole is not known. */
async function readBlocks(marks: Marks, run: string, count: number): Promise<Ranges> {
	const found: Ranges = [];
	let blocks = count > 0 ? [wholeOf(count)] : [];
	while (blocks.length > 0) {
		const texts = blocks.map((block) => `${run} ${nameOf(block)}`);
		const known = await marks.find(texts);
		blocks.forEach((block, index) => known.has(texts[index]) && addBlock(found, block, count));
		blocks = blocks
			.filter((_, index) => !known.has(texts[index]))
			.flatMap(halvesOf)
			.filter((block) => firstItemOf(block) < count);
	}
	return found;
}

/**
 * The same for an execution and its Retry, and for no other: n8n keeps when the execution came to be, and a Retry
 * inherits it. Executions of the same millisecond differ in what they are about.
 */
function nameOfRun(context: IExecuteFunctions, items: INodeExecutionData[]): string | undefined {
	const since = context.getExecutionContext?.()?.establishedAt;
	if (since === undefined || !context.getWorkflow().id) return undefined;
	const about = createHash('sha256')
		.update(JSON.stringify(items[0]?.json ?? {}))
		.digest('base64url');
	return `${since} ${about} ${items.length} ${context.getWorkflowDataProxy(0).$runIndex}`;
}
