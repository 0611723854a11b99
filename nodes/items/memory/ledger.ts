import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { addTo, countOf, isIn, itemsIn, type Ranges } from './ranges';
import type { SharedMemory, Sitting } from './shared';

/** What is known of the items of one run of a node. Plain JSON, as n8n stores it with the execution. */
export interface Page {
	/** How many items the run has. */
	items: number;
	accepted: Ranges;
	/** Their answers were lost in the sitting named below. */
	inDoubt: Ranges;
	/** Their answers were lost in a sitting before. */
	mayHaveRun?: Ranges;
	sitting: string;
	/** The runs of the note that need not be looked up any more, as this page speaks for their lines. */
	noted?: number[];
	/** Nobody could say what a killed process had sent, and a person was asked. */
	isLeftToPerson?: boolean;
}

/** What is known of a run when n8n runs the node again with the same items. */
export interface Ledger {
	page: Page;
	/** It is gone with the call. */
	isOfTool: boolean;
	wasAccepted(item: number): boolean;
	isInDoubt(item: number): boolean;
	mayHaveRun(item: number): boolean;
	accepted(item: number): void;
	inDoubt(item: number): void;
	/** The runs of the note that any page of this node speaks for. */
	noted(): Set<number>;
	/** Every item of every run of this node was accepted. */
	isComplete(): boolean;
}

export function openLedger(
	context: IExecuteFunctions,
	shared: SharedMemory,
	sitting: Sitting,
	items: INodeExecutionData[],
): Ledger {
	const isOfTool = isToolCall(context);
	const pages = isOfTool ? {} : pagesOf(context);
	const page = isOfTool ? toolPageOf(shared, items) : pageOf(pages, context, items.length);
	turn(page, sitting, context.getMode() === 'retry');
	return {
		...{ page, isOfTool },
		wasAccepted: (item) => isIn(page.accepted, item),
		isInDoubt: (item) => isIn(page.inDoubt, item),
		mayHaveRun: (item) => isIn(page.mayHaveRun ?? [], item),
		accepted: (item) => addTo(page.accepted, item),
		inDoubt: (item) => addTo(page.inDoubt, item),
		noted: () => new Set(Object.values(pages).flatMap(({ noted }) => noted ?? [])),
		isComplete: () => Object.values(pages).every(({ items: count, accepted }) => countOf(accepted) === count),
	};
}

/** Only a person who pressed Retry, knowing that lines may be doubled, gets doubtful ones sent again. */
function turn(page: Page, { name }: Sitting, isRetry: boolean): void {
	if (page.sitting === name) return;
	page.sitting = name;
	if (!isRetry || page.inDoubt.length === 0) return;
	page.mayHaveRun ??= [];
	for (const item of itemsIn(page.inDoubt)) addTo(page.mayHaveRun, item);
	page.inDoubt = [];
}

const newPage = (items: number): Page => ({ items, accepted: [], inDoubt: [], sitting: '' });

type Pages = Record<string, Page>;

function pagesOf(context: IExecuteFunctions): Pages {
	const book = context.getContext('node') as { runs?: Pages };
	return (book.runs ??= {});
}

/** A page is for one run: a loop runs a node many times in one execution, and each time its items are new. */
function pageOf(pages: Pages, context: IExecuteFunctions, items: number): Page {
	const run = String(context.getWorkflowDataProxy(0).$runIndex);
	const page = pages[run];
	// After a kill n8n may have counted a run twice; then a page of that number speaks of other items.
	if (page?.items !== items) pages[run] = { ...newPage(items), ...(page?.noted && { noted: page.noted }) };
	return pages[run];
}

/** n8n gives each try of a tool's call a new run number, but all tries of one call the same arguments. */
function toolPageOf({ toolPages }: SharedMemory, items: INodeExecutionData[]): Page {
	const call = items[0]?.json;
	const page = (call && toolPages.get(call)) ?? newPage(items.length);
	if (call) toolPages.set(call, page);
	return page;
}

/** Older n8n does not tell. */
const isToolCall = (context: IExecuteFunctions & { isToolExecution?(): boolean }): boolean =>
	context.isToolExecution?.() === true;
