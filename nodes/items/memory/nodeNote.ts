import type { IExecuteFunctions } from 'n8n-workflow';
import { nameOfExecution } from './entries';
import type { Ledger, Page } from './ledger';
import { openNote, type Note } from './note';
import { openRecollection, type Recollection } from './recollection';
import type { SharedMemory, Sitting } from './shared';
import { openStore } from './store';

/** What one sitting notes at one node, and what sittings before it have noted there. */
export interface NodeNote {
	note: Note;
	recollection: Recollection;
	/** The runs that pages of earlier sittings speak for. */
	settled: Set<number>;
	/** Pages whose items were looked up. */
	recalled: Set<Page>;
	/** Under which number a run is noted. n8n's own numbers begin anew in a Retry; these go on. */
	numberOf(page: Page): number;
	/** Lets nothing stay in the database when the execution is over. Older n8n does not tell when it is. */
	forgetWhenOver(context: WithFinish, ledger: Ledger): void;
}

type WithFinish = IExecuteFunctions & { onExecutionFinish?(handler: () => Promise<void>): void };

/** @returns undefined where n8n offers no such memory, e.g. for a workflow that was never saved */
export function nodeNoteOf(
	context: IExecuteFunctions,
	shared: SharedMemory,
	sitting: Sitting,
	ledger: Ledger,
): NodeNote | undefined {
	const execution = nameOfExecution(context);
	if (execution === undefined) return undefined;
	const node = context.getNode().id;
	const opened = sitting.notes.get(node) ?? openNodeNote(context, shared, execution, ledger.noted());
	sitting.notes.set(node, opened);
	return opened;
}

function openNodeNote(
	context: IExecuteFunctions,
	{ rows }: SharedMemory,
	execution: string,
	settled: Set<number>,
): NodeNote {
	const row = `${context.getWorkflow().id} ${context.getNode().id}`;
	const store = openStore(context);
	const note = openNote({ execution, row, store, warn: (message) => context.logger.warn(message) });
	const recollection = openRecollection(execution, store);
	const numbers = new Map<Page, number>();
	let nextNumber: number | undefined;
	let isToBeForgotten = false;

	return {
		...{ note, recollection, settled, recalled: new Set() },
		numberOf(page) {
			const known = numbers.get(page);
			if (known !== undefined) return known;
			nextNumber ??= 1 + Math.max(-1, ...settled, ...recollection.runs().map(({ run }) => run));
			numbers.set(page, nextNumber);
			(page.noted ??= []).push(nextNumber);
			return nextNumber++;
		},
		forgetWhenOver(latest, ledger) {
			if (isToBeForgotten) return;
			isToBeForgotten = true;
			latest.onExecutionFinish?.(async () => {
				const found = recollection.runs().flatMap((run) => run.entries());
				// Somebody may press Retry once more on the execution that was killed.
				if (found.length > 0 && !ledger.isComplete()) return;
				// A node that was stopped may still be ending.
				note.isOver = true;
				await rows.alone(row, async () => await store.forget([...found, ...note.all()]));
			});
		},
	};
}
