import type { IDataObject } from 'n8n-workflow';
import { isFailure, type Failure } from '../portal/answers/failure';
import type { Outcome, Settled } from '../portal/command';
import type { Memory } from './memory/memory';
import { unexpected, type Operation } from './operation';

/** How one item ended: the result that goes on with it, or a failure. */
export type Ending = IDataObject | Failure;

/** How far a run came. */
export interface Progress {
	/** What is counted, e.g. "Lines". */
	names: string;
	accepted: number;
	inDoubt: number;
}

/** What became of each item of one run. The first word on an item counts. */
export interface Endings {
	of(item: number): Ending | undefined;
	set(item: number, ending: Ending): void;
	/**
	 * The portal's outcomes, which are remembered in case the node runs again.
	 * @returns whether all of them are successes
	 */
	tell(settled: Settled[], memory: Memory): boolean;
	/** The first item that failed, in the order of the items. */
	firstFailed(): number | undefined;
	progress(): Progress;
}

export function openEndings(count: number, operation: Operation): Endings {
	const endings: Array<Ending | undefined> = new Array<undefined>(count).fill(undefined);
	let open = count;

	function set(item: number, ending: Ending): void {
		if (endings[item] !== undefined) return;
		endings[item] = ending;
		open -= 1;
	}

	return {
		set,
		of: (item) => endings[item],
		tell(settled, memory) {
			let isWell = true;
			for (const { command, outcome } of settled) {
				if (endings[command.item] !== undefined) continue;
				const ending = outcome.ok ? resultOf(operation, outcome, command) : outcome.failure;
				if (!isFailure(ending)) memory.accepted(command.item, () => command.text);
				else if (ending.kind === 'unanswered') memory.inDoubt(command.item);
				set(command.item, ending);
				isWell &&= !isFailure(ending);
			}
			memory.keep(open === 0);
			return isWell;
		},
		firstFailed() {
			const item = endings.findIndex((ending) => ending !== undefined && isFailure(ending));
			return item === -1 ? undefined : item;
		},
		progress() {
			const progress = { names: operation.subject.names, accepted: 0, inDoubt: 0 };
			for (const ending of endings) {
				if (ending === undefined) continue;
				if (!isFailure(ending)) progress.accepted += 1;
				else if (ending.kind === 'unanswered') progress.inDoubt += 1;
			}
			return progress;
		},
	};
}

/** The portal has done it; an answer that cannot be read leaves open what. */
function resultOf(
	operation: Operation,
	{ result }: Extract<Outcome, { ok: true }>,
	call: Settled['command'],
): Ending {
	try {
		return operation.toResult(result, call);
	} catch {
		return unexpected(operation.subject);
	}
}
