import type { Failure } from './answers/failure';

/** A value as the portal gets it: all leaves are text, as in a PHP form. */
export type Param = string | Param[] | { [key: string]: Param };

/** A call of a portal method. */
export interface Call {
	method: string;
	params: Record<string, Param>;
	/**
	 * The workflow it touches: the portal refuses two calls for one workflow at the same time. Empty: it touches none.
	 */
	workflow: string;
}

/** One call, made for one n8n item. */
export interface Command extends Call {
	/** Number of the item. It names the command in a batch and pairs the outcome with the item. */
	item: number;
	/** The call as it stands in a batch. */
	text: string;
	/** It may not stand in one. */
	alone: boolean;
	/** An answer to it was lost, so it may have run already. */
	inDoubt: boolean;
	/** How often the portal, or the way to it, has put it off. */
	putOffs: number;
}

export const isCommand = (value: object): value is Command => 'method' in value && 'putOffs' in value;

/** How a command ended: what the portal returned, or why it did not. */
export type Outcome = { ok: true; result: unknown } | { ok: false; failure: Failure };

export interface Settled {
	command: Command;
	outcome: Outcome;
}
