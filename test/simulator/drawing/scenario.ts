import type { Fault, Renewal } from './faults';
import type { ItemPlan } from './itemPlans';

/** Everything that is drawn for one run of the simulator: plain data, so that it can be shrunken and printed. */
export interface Scenario {
	/** Seed of what nobody needs to read: how long each thing takes, the node's own jitter. */
	chance: number;
	/** Tells its workflows from those of other scenarios. */
	name?: string;
	portals: PortalPlan[];
	workflows: WorkflowPlan[];
	credentials: CredentialPlan[];
	nodes: NodePlan[];
	executions: ExecutionPlan[];
	/** Strike the request of that number, counted over all portals. */
	faults: Array<{ request: number; fault: Fault }>;
	/** What becomes of the first, second, … request for a new access; it succeeds beyond. */
	renewals: Renewal[];
	kills: KillPlan[];
	database: DatabasePlan;
	/** n8n without the newer functions for the end and the name of an execution. */
	oldN8n: boolean;
}

export interface PortalPlan {
	/** The bucket of requests; 0: none. */
	burst: number;
	perSecond: number;
	/** Requests a second of somebody else at the same address. */
	neighbour: number;
	/** Working time that a method may use in ten minutes; 0: not counted. */
	workingSeconds: number;
	charges: 'commands' | 'batch' | 'both';
	commandMs: number;
	requestMs: number;
	/** There or back, at most. */
	latencyMs: number;
	/** Codes of the workflow runtime as numbers. */
	oldCodes: boolean;
	/** From this request on it answers under another address only. */
	renamedAtRequest?: number;
}

export interface WorkflowPlan {
	portal: number;
	/** `closed`: its step waits no more, what is sent is accepted and not kept. */
	state: 'running' | 'closed' | 'ended';
	/** It ends so long after the beginning. */
	endsMs?: number;
	/** Something else executes it in the meantime. */
	busyMs?: [from: number, to: number];
}

export interface CredentialPlan {
	portal: number;
	kind: 'webhook' | 'oAuth2';
	/** The access runs out so long after the beginning; each new one lasts as long. */
	expiresMs?: number;
	flaw?: 'missing' | 'noAddress' | 'deleted';
}

export interface NodePlan {
	operation: 'log' | 'send';
	credential: number;
	onError: 'stopWorkflow' | 'continueRegularOutput' | 'continueErrorOutput';
	maxWaitSeconds?: number;
	lanes?: number;
	resultField?: string;
	retries?: { tries: number; waitMs: number };
	/** The fields are expressions that are more than a mapped field. */
	worked: boolean;
	isTool: boolean;
}

export interface ExecutionPlan {
	startMs: number;
	process: number;
	turns: TurnPlan[];
	/** Equal to the texts of other executions, not only in form. */
	commonTexts: boolean;
	stopMs?: number;
	/** n8n stores it after each node. */
	savesProgress: boolean;
	/** How n8n's recovery sees the node of a killed process. */
	recovery: 'noLogs' | 'nodeIsLast' | 'nodeIsNotLast';
	/** What a person does when it has failed, was stopped, or its process was killed. */
	afterwards: RetryPlan[];
}

export interface TurnPlan {
	node: number;
	items: ItemPlan[];
	/** So often, with other texts. */
	times: number;
}

export interface RetryPlan {
	afterMs: number;
	/** What the nodes before hand over this time; only where they run again. */
	list: 'same' | 'reversed' | 'newFirst' | 'withoutFirst' | 'rotated' | 'lastTwice';
}

export interface KillPlan {
	process: number;
	/** Right after so many events. */
	step: number;
}

export interface DatabasePlan {
	/** Longest time of one reading or writing. */
	ms: number;
	/** The operations of these numbers fail. */
	failing: number[];
	/** Texts of others that fill the node's row. */
	filled: boolean;
}
