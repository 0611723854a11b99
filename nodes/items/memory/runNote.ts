import type { IExecuteFunctions } from 'n8n-workflow';
import type { Ledger } from './ledger';
import { nodeNoteOf, type NodeNote } from './nodeNote';
import type { SharedMemory, Sitting } from './shared';

/** The note as one run of a node uses it. */
export interface RunNote {
	/** A Retry, and what a killed process may have noted of this run was not looked up yet. */
	readonly isLost: boolean;
	/** @throws if nobody can say */
	recall(sent: Map<number, string>): Promise<Set<number>>;
	accepted(sent: string): void;
	/** @param isLast no item of the run is open any more */
	keep(isLast: boolean): void;
	close(): Promise<void>;
}

/** Lines of runs of one request each are worth a write when so many have come together. */
const MANY_SMALL = 500;

/** @returns undefined where n8n offers no such memory */
export function openRunNote(
	context: IExecuteFunctions,
	shared: SharedMemory,
	sitting: Sitting,
	ledger: Ledger,
): RunNote | undefined {
	const nodeNote = nodeNoteOf(context, shared, sitting, ledger);
	return nodeNote && openForRun(context, shared, nodeNote, ledger);
}

function openForRun(
	context: IExecuteFunctions,
	{ rows }: SharedMemory,
	nodeNote: NodeNote,
	ledger: Ledger,
): RunNote {
	const { note, recollection, recalled, settled } = nodeNote;
	const { page } = ledger;
	let run: number | undefined;
	let isFirstAnswer = true;
	let written: Promise<void> | undefined;

	function write(how: (one: typeof note) => Promise<void>): void {
		// After Stop the execution may be over already, and n8n stores its ledger.
		if (context.getExecutionCancelSignal()?.aborted) return;
		if (note.isOver || note.news === 0 || !(note.isKept || note.news >= MANY_SMALL)) return;
		nodeNote.forgetWhenOver(context, ledger);
		written = how(note);
	}

	return {
		isLost: context.getMode() === 'retry' && !recalled.has(page) && !page.isLeftToPerson,
		async recall(sent) {
			recalled.add(page);
			const lookUp = async () => await recollection.recall(sent, settled);
			const found = await rows.alone(note.row, lookUp);
			const runs = recollection.runs();
			if (runs.length === 0) return found;
			nodeNote.forgetWhenOver(context, ledger);
			note.isKept = true;
			const claimed = runs.filter(({ hasClaims }) => hasClaims).map(({ run }) => run);
			page.noted = [...new Set([...(page.noted ?? []), ...claimed])];
			return found;
		},
		accepted(sent) {
			run ??= nodeNote.numberOf(page);
			note.add(run, sent);
		},
		keep(isLast) {
			if (isLast && run !== undefined) note.close(run);
			if (!(isFirstAnswer && isLast)) note.isKept = true;
			isFirstAnswer = false;
			write(rows.write);
		},
		async close() {
			write(rows.writeNow);
			await written;
			// What has failed, or was undone by another process, is written once more.
			write(rows.writeNow);
			await written;
		},
	};
}
