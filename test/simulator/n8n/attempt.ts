import type { INodeExecutionData } from 'n8n-workflow';
import type { Material } from '../drawing/material';
import type { NodePlan } from '../drawing/scenario';

/** One call of a node's `execute`: what went in, and what came out. */
export interface Attempt {
	/** Counted over all. */
	number: number;
	process: number;
	/** An execution and its Retries. */
	lineage: number;
	/** Counted over all executions and Retries. */
	execution: number;
	/** How often a person has started this lineage again. */
	retry: number;
	turn: number;
	nodeIndex: number;
	node: NodePlan;
	materials: Material[];
	startMs: number;
	endMs?: number;
	items?: INodeExecutionData[];
	error?: unknown;
	/** The person pressed Stop while it ran. */
	stopMs?: number;
	killedMs?: number;
	/** What it said to the log of n8n, and to the output pane. */
	words: string[];
}
