import type { Failure } from './answers/failure';

/** A value as the portal gets it: all leaves are text, as in a PHP form. */
export type Param = string | Param[] | { [key: string]: Param };

/** One call of a portal method, made for one n8n item. */
export interface Command {
	/** Number of the item. It names the command in a batch and pairs the outcome with the item. */
	item: number;
	method: string;
	params: Record<string, Param>;
	/** The workflow it touches: the portal refuses two calls for one workflow at the same time. */
	workflow: string;
	/** Its answer was lost in an earlier try, so it may have run already. */
	inDoubt?: boolean;
}

export const isCommand = (value: object): value is Command => 'method' in value && 'params' in value;

export interface Success {
	ok: true;
	result: unknown;
	/** Nothing was returned: its answer was lost, and when it was asked again its workflow had ended. */
	presumed?: boolean;
}

/** How a command ended: what the portal returned, or why it did not. */
export type Outcome = Success | { ok: false; failure: Failure };

export interface Settled {
	command: Command;
	outcome: Outcome;
}
