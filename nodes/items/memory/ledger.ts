import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { addTo, toSet, type Ranges } from './ranges';

/**
 * What is known of the lines of one run of a node, so that no line is sent twice when n8n runs the node again.
 *
 * n8n does that with all items: with "Retry On Fail" when the node throws, or when merely the first output item
 * carries an `error` field; and with the Retry button of a failed execution, which starts a new execution from
 * the stored data of the old one. So the ledger lives in the execution's own context, which is stored with it.
 */
export interface Ledger {
	wasAccepted(item: number): boolean;
	/** The answer was lost in an earlier try: the line may be in the log, or not. */
	isInDoubt(item: number): boolean;
	/** The same, but it stays so after the user has pressed Retry. */
	mayHaveRun(item: number): boolean;
	accepted(item: number): void;
	inDoubt(item: number): void;
	/** What is known of this run from elsewhere, before anything is sent. */
	recall(known: { accepted: Ranges; inDoubt: Ranges }): void;
	/** All accepted items of this run. */
	readonly acceptedItems: Ranges;
	/** The Retry of an execution that left nothing behind: its process was killed, or it had not come to this node. */
	readonly isLost: boolean;
}

interface Page {
	accepted: Ranges;
	inDoubt: Ranges;
	/** The sitting in which the doubts arose. */
	sitting: string;
}

export function openLedger(context: IExecuteFunctions, items: INodeExecutionData[]): Ledger {
	const page = openPage(context, items);
	const sitting = sittingOf(context);
	const isLost = context.getMode() === 'retry' && page.sitting === '';
	const mayHaveRun = toSet(page.inDoubt);

	// Only a person who pressed Retry, knowing that lines may be doubled, gets doubtful ones sent again.
	if (context.getMode() === 'retry' && page.sitting !== sitting) page.inDoubt = [];
	page.sitting = sitting;

	const accepted = toSet(page.accepted);
	const inDoubt = toSet(page.inDoubt);
	return {
		wasAccepted: (item) => accepted.has(item),
		isInDoubt: (item) => inDoubt.has(item),
		mayHaveRun: (item) => mayHaveRun.has(item),
		accepted: (item) => addTo(page.accepted, item),
		inDoubt: (item) => addTo(page.inDoubt, item),
		recall(known) {
			page.accepted.push(...known.accepted);
			page.inDoubt.push(...known.inDoubt);
			for (const item of toSet(known.accepted)) accepted.add(item);
			for (const item of toSet(known.inDoubt)) inDoubt.add(item);
		},
		acceptedItems: page.accepted,
		isLost,
	};
}

const newPage = (): Page => ({ accepted: [], inDoubt: [], sitting: '' });

/** An agent's calls of a tool: n8n gives each try a new run number, but all tries of one call the same arguments. */
const toolPages = new WeakMap<object, Page>();

/** Older n8n does not tell. */
const isToolCall = (context: IExecuteFunctions & { isToolExecution?(): boolean }): boolean =>
	context.isToolExecution?.() === true;

/** A page is for one run: a loop runs a node many times in one execution, and each time its items are new. */
function openPage(context: IExecuteFunctions, items: INodeExecutionData[]): Page {
	if (isToolCall(context) && items.length > 0) {
		const page = toolPages.get(items[0].json) ?? newPage();
		toolPages.set(items[0].json, page);
		return page;
	}
	const book = context.getContext('node') as { runs?: Record<string, Page> };
	book.runs ??= {};
	const run = String(context.getWorkflowDataProxy(0).$runIndex);
	book.runs[run] ??= newPage();
	return book.runs[run];
}

const sittings = new WeakMap<AbortSignal, string>();
let sittingsSoFar = 0;

/**
 * Names one start of an execution in this process. Its cancel signal is the only thing that all tries of
 * "Retry On Fail" share and no Retry does: the run number is the same for both, and ids may be reused.
 */
function sittingOf(context: IExecuteFunctions): string {
	const signal = context.getExecutionCancelSignal();
	const known = signal && sittings.get(signal);
	if (known !== undefined) return known;
	sittingsSoFar += 1;
	const sitting = `${context.getExecutionId()}/${Date.now()}/${sittingsSoFar}`;
	if (signal) sittings.set(signal, sitting);
	return sitting;
}
