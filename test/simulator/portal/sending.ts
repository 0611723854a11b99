/** One HTTP request on its way from a node to a portal, and what became of it. */
export interface Sending {
	/** Counted over all portals, from 0. */
	number: number;
	/** Who sent it: the try of a run of a node. */
	from: Sender;
	/** The portal that the address belongs to. */
	portal?: number;
	credential: number;
	method: string;
	commands: Sent[];
	sentMs: number;
	arrivedMs?: number;
	/** The client has its answer, or waits for none any more. */
	overMs?: number;
	/** What came of it, in a few words. */
	fate: string;
	/** Its answer, if any came, does not say what the portal has done. */
	isUnclear: boolean;
}

export interface Sender {
	process: number;
	/** Number of the try, counted over all. */
	attempt: number;
	/** An execution and its Retries. */
	lineage: number;
}

/** A command in a request. */
export interface Sent {
	/** Its key in a batch. */
	name?: string;
	method: string;
	params: Record<string, unknown>;
	/** Its workflow, where the token is good. */
	workflow?: string;
	/** What the portal keeps of it when it accepts it. */
	key?: string;
	/** When the portal accepted it. */
	acceptedMs?: number;
	/** It also shows: the step waited for it. */
	kept?: boolean;
	/** The portal's code when it did not run it. */
	refusal?: string;
}

/** A limit or a busy workflow: not run now. */
export const isPutOff = ({ refusal }: Sent): boolean => refusal !== undefined && PUT_OFF.has(refusal);

const PUT_OFF = new Set(['423', 'QUERY_LIMIT_EXCEEDED', 'OPERATION_TIME_LIMIT', 'OVERLOAD_LIMIT']);
