import type { Named } from '../drawing/lists';
import type { ExecutionPlan, RetryPlan } from '../drawing/scenario';
import type { Attempt } from './attempt';
import type { ExecutionData } from './context';
import type { N8nProcess } from './n8nProcess';

/** One execution, or one Retry of it, as n8n's engine plays it. */
export interface Execution {
	number: number;
	/** An execution and its Retries are of one line. */
	lineage: number;
	plan: ExecutionPlan;
	process: N8nProcess;
	/** How often somebody has pressed Retry before. */
	retry: number;
	startMs: number;
	endMs?: number;
	status: 'running' | 'success' | 'failed' | 'stopped' | 'killed';
	stopMs?: number;
	/** The process was killed before nodes had done what they do at the end. */
	isCutOff?: boolean;
	attempts: Attempt[];
}

/** Where an execution begins. */
export interface Beginning {
	/** The first run that is played. */
	run: number;
	data: ExecutionData;
	/** The items of its first run, if they come out of the database. */
	stored?: Named[];
	/** What the nodes before hand over where they run again. */
	list: RetryPlan['list'];
}

/** An execution that goes on, and what of it would outlive its process. */
export interface Running {
	execution: Execution;
	/** Nodes that have started, and those that have finished a run. */
	started: Set<number>;
	finished: Set<number>;
	/** What n8n has stored. */
	stored: Beginning;
	signal: AbortSignal;
	/** What is to be done when it has ended. */
	handlers: Array<() => unknown>;
	/** n8n has stored how it ended: a kill makes no difference any more, but to what the handlers were about to do. */
	isStored: boolean;
	/** Where it goes on when somebody tries again, once that is known. */
	failedAt?: Beginning;
}

/**
 * What n8n's recovery makes of the stored data of a killed process: an entry for each node that had started and has
 * none. Retry takes the entry of one node away, if it tells of a failure: the last in the workflow's JSON.
 */
export function recovered({ execution, stored, started, finished }: Running): Beginning {
	const { recovery } = execution.plan;
	const data = structuredClone(stored.data);
	for (const node of recovery === 'noLogs' ? [] : started) {
		if (data.runs[node] !== undefined) continue;
		const isTakenAway = recovery === 'nodeIsLast' && !finished.has(node);
		data.runs[node] = isTakenAway ? 0 : 1;
	}
	return { ...stored, data };
}
