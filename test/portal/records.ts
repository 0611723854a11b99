import type { DocumentId } from './options';

export interface StartedWorkflow {
	workflowId: string;
	eventToken: string;
}

export interface WorkflowView {
	workflowId: string;
	name: string;
	document: DocumentId;
	state: 'waiting' | 'not waiting' | 'step closed' | 'finished';
	busy: boolean;
	/** Lines really logged, in order; `at` is ISO 8601. */
	lines: Array<{ text: string; at: string }>;
	/** Calls answered `true`, whether or not a line came of them. */
	accepted: number;
	/** What bizproc.event.send handed back. */
	returnValues?: unknown;
}

/** One HTTP request to /rest as it came in, and how it ended. Times are milliseconds since 1970. */
export interface RequestRecord {
	/** As asked for, also when it does not exist. */
	method: string;
	verb: string;
	/** Path and query, as sent. */
	address: string;
	/** Null when no answer was sent. */
	status: number | null;
	startedAt: number;
	finishedAt: number | null;
	/** What was asked to run, in order: the call itself, or the commands of a batch. `params` as sent, without credentials. */
	commands: CommandRecord[];
	authorization: 'webhook' | 'bearer' | 'auth' | 'none';
	contentType: string;
	cookies: boolean;
	headers: Record<string, string | string[] | undefined>;
}

export interface CommandRecord {
	/** Its key in a batch. */
	key?: string;
	method: string;
	params: Record<string, unknown>;
	/** The portal's error code; missing when the command succeeded or was not reached. */
	error?: string;
}
