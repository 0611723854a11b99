import type { IExecuteFunctions } from 'n8n-workflow';
import type { Clock } from '../../portal/wire/clock';
import type { Page } from './ledger';
import type { NodeNote } from './nodeNote';
import { openRows, type Rows } from './rows';

/**
 * What one process of n8n holds for all executions. What hangs on an object of n8n's goes with it, and a row is held
 * only while somebody works on it. So nothing is left of an execution that is over.
 */
export interface SharedMemory {
	clock: Clock;
	sittings: WeakMap<AbortSignal, Sitting>;
	sittingsSoFar: number;
	/** An agent's calls of a tool, by their arguments. */
	toolPages: WeakMap<object, Page>;
	rows: Rows;
}

export const openSharedMemory = (clock: Clock): SharedMemory => ({
	clock,
	sittings: new WeakMap(),
	sittingsSoFar: 0,
	toolPages: new WeakMap(),
	rows: openRows(clock),
});

/** One start of an execution in this process: all its runs of all nodes, with the tries of "Retry On Fail". */
export interface Sitting {
	/** No other one ever has it, in this process or another. */
	name: string;
	/** By node. */
	notes: Map<string, NodeNote>;
}

/**
 * Its cancel signal is the only thing that all tries of "Retry On Fail" share and no Retry does: the run number is the
 * same for both, and ids of executions may be used again.
 */
export function sittingOf(context: IExecuteFunctions, shared: SharedMemory): Sitting {
	const signal = context.getExecutionCancelSignal();
	const known = signal && shared.sittings.get(signal);
	if (known) return known;
	shared.sittingsSoFar += 1;
	const name = `${context.getExecutionId()}/${shared.clock.now()}/${shared.sittingsSoFar}`;
	const sitting: Sitting = { name, notes: new Map() };
	if (signal) shared.sittings.set(signal, sitting);
	return sitting;
}
