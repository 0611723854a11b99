import type { Failure } from './failure';

/** One call of a portal method, made for one n8n item. */
export interface Command {
	/** Number of the item. It names the command in a batch and pairs the outcome with the item. */
	item: number;
	method: string;
	params: Record<string, string>;
	/** The workflow it touches: the portal refuses two calls for one workflow at the same time. */
	workflow: string;
}

export const isCommand = (value: object): value is Command => 'method' in value && 'params' in value;

/** How a command ended: what the portal returned, or why it did not. */
export type Outcome = { ok: true; result: unknown } | { ok: false; failure: Failure };

export interface Settled {
	command: Command;
	outcome: Outcome;
}
