import type { DocumentId, StepKind, TemplateOptions, TemplateStep } from './options';

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
	/** Of the step it stands at, or came to last. */
	eventToken: string;
	/** Lines really logged, in order; `at` is ISO 8601. */
	lines: Array<{ text: string; at: string }>;
	/** Calls answered `true`, whether or not a line came of them. */
	accepted: number;
	/** What bizproc.event.send handed back. */
	returnValues?: unknown;
	/** Of a workflow that was started from a template. */
	process?: ProcessView;
}

export interface RegisteredStep {
	kind: StepKind;
	code: string;
	/** The English one of several. */
	name: string;
	handler: string;
	/** Everything that is kept, under the portal's names. */
	fields: Record<string, unknown>;
}

export interface TemplateView extends TemplateOptions {
	templateId: number;
	name: string;
	steps: Array<TemplateStep & { name: string }>;
}

export interface ProcessView {
	state: 'running' | 'finished' | 'failed';
	/** Code of the step it stands at; null when it has ended. */
	currentStep: string | null;
	/** Of the step it came to last. */
	eventToken: string;
	/** What the steps that waited gave back, in order. */
	returned: ReturnRecord[];
	/** Every post to a handler, in order. */
	posts: PostRecord[];
	/** Why it failed. */
	failure?: string;
	/** The steps of its template, each with its own post and what it returned. */
	steps: StepView[];
}

export interface StepView {
	kind: StepKind;
	code: string;
	/** As it was drawn. */
	name: string;
	/** `stopped`: somebody ended the process while it stood here. */
	state: 'to come' | 'waiting' | 'done' | 'stopped' | 'failed';
	post?: PostRecord;
	returned?: ReturnRecord;
}

export interface ReturnRecord {
	code: string;
	/** The declared ones, under their declared names; `{ IsTimeout: 1 }` when the time was up. */
	values: Record<string, unknown>;
	/** Names of those that no later step can use as what they were declared; the portal itself says nothing of it. */
	unfit?: string[];
	timedOut: boolean;
}

export interface PostRecord {
	code: string;
	/** HTTP status; null until the handler answers, and when it never does. */
	status: number | null;
	/** ISO 8601. */
	at: string;
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
