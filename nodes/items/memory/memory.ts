import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { openLedger } from './ledger';
import { openRunNote } from './runNote';
import { sittingOf, type SharedMemory } from './shared';

export { openSharedMemory, type SharedMemory } from './shared';

/*
 * What is remembered, from the shortest-lived to the longest:
 *
 * - The sitting (shared.ts): one start of an execution in this process, told by its cancel signal and gone with it. It
 *   tells a try of "Retry On Fail" from a Retry by a person, and holds what has been noted so far.
 * - The calls of an agent's tool (`toolPages`): as long as n8n holds their arguments.
 * - The ledger (ledger.ts): which items of a run were accepted or are in doubt, by their numbers. It stands in the
 *   execution's own context, which n8n stores when the execution ends, or between nodes. For "Retry On Fail" and the Retry
 *   button, which both start from stored items.
 * - The note (note.ts): which lines were accepted, by what was sent, at once in n8n's database. It alone is left by a
 *   process that was killed. The Retry of such an execution starts from its trigger, so its items may be others in
 *   another order, and each noted line counts for one equal line (recollection.ts). It belongs to one execution and its
 *   Retries and is taken out when the execution is over.
 *
 * The note is a set of texts in a row of n8n's (store.ts): "line such-and-such was accepted in run 0 of that execution",
 * "the same a second time", "there is a run 1". All executions of a node share the row; in this process they take turns
 * (rows.ts), and each write shows whether another process has undone an earlier one, which is then put back.
 */

export type Known = 'accepted' | 'inDoubt';

export interface Memory {
	/**
	 * What an earlier try of this very run, "Retry On Fail" or the Retry button, has left of an item. In doubt: its
	 * answer was lost; told again, and not sent again unless a person has pressed Retry.
	 */
	known(item: number): Known | undefined;
	/** Its answer was lost and a person has pressed Retry since: it is sent again, and may be there already. */
	mayHaveRun(item: number): boolean;
	/** A Retry: `recall` has to be asked before anything is sent. */
	readonly isLost: boolean;
	/**
	 * Which items were accepted by processes of this execution that were killed. They are remembered as accepted.
	 * Never throws.
	 * @param sent what the items are about to send
	 * @returns undefined if nobody can say; all of them are remembered as in doubt
	 */
	recall(sent: Map<number, string>): Promise<Set<number> | undefined>;
	/** @param sent is asked only where it can be noted */
	accepted(item: number, sent: () => string): void;
	inDoubt(item: number): void;
	/**
	 * To be called after each answer has been told. Begins a write when one is due; never throws, never waits.
	 * @param isLast no item of this run is open any more
	 */
	keep(isLast: boolean): void;
	/** Waits until what has to be noted is stored. Never throws. */
	close(): Promise<void>;
}

/** @param once what is sent must not be sent twice; otherwise nothing is noted beyond the ledger */
export function openMemory(
	context: IExecuteFunctions,
	shared: SharedMemory,
	items: INodeExecutionData[],
	once: boolean,
): Memory {
	const sitting = sittingOf(context, shared);
	const ledger = openLedger(context, shared, sitting, items);
	const note = once && !ledger.isOfTool ? openRunNote(context, shared, sitting, ledger) : undefined;

	return {
		known(item) {
			if (ledger.wasAccepted(item)) return 'accepted';
			return ledger.isInDoubt(item) ? 'inDoubt' : undefined;
		},
		mayHaveRun: ledger.mayHaveRun,
		isLost: note?.isLost ?? false,
		async recall(sent) {
			try {
				const found = (await note?.recall(sent)) ?? new Set<number>();
				for (const item of found) ledger.accepted(item);
				return found;
			} catch (error) {
				context.logger.warn(`What was accepted before a kill cannot be told: ${(error as Error).message}`);
				ledger.page.isLeftToPerson = true;
				for (const item of sent.keys()) ledger.inDoubt(item);
				return undefined;
			}
		},
		accepted(item, sent) {
			ledger.accepted(item);
			note?.accepted(sent());
		},
		inDoubt: ledger.inDoubt,
		keep: (isLast) => note?.keep(isLast),
		close: async () => await note?.close(),
	};
}
