/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { parse } from 'flatted';
import type {
	ExecutionStatus,
	INodeExecutionData,
	IRunExecutionData,
	WorkflowExecuteMode,
} from 'n8n-workflow';
import type { Session } from './session';
import { until } from './until';
import { isOldN8n } from './version';

const START_SECONDS = 20;
const RUN_SECONDS = 60;
const unfinished: ExecutionStatus[] = ['new', 'running', 'waiting'];

export interface Execution {
	id: string;
	status: ExecutionStatus;
	mode: WorkflowExecuteMode;
	data: IRunExecutionData;
}

/** Does what starts a workflow, such as a post to its webhook. Returns the id of the execution that came of it. */
export async function startedBy(
	session: Session,
	workflowId: string,
	start: () => Promise<unknown>,
): Promise<string> {
	const newest = async () => (await executionIds(session, workflowId))[0];
	const before = await newest();
	await start();
	return await until('an execution to start', START_SECONDS, async () => {
		const id = await newest();
		return id === before ? undefined : id;
	});
}

/** The executions of a workflow, newest first; n8n hands out the last twenty. */
export async function executionIds(session: Session, workflowId: string): Promise<string[]> {
	const { data } = await session.get<{ data: { results: Array<{ id: string }> } }>('/executions', {
		params: { filter: JSON.stringify({ workflowId }) },
	});
	return data.data.results.map(({ id }) => id);
}

export async function readExecution(session: Session, id: string): Promise<Execution> {
	const { data } = await session.get(`/executions/${id}`);
	return { ...data.data, data: parse(data.data.data) };
}

/** Waits until an execution is over, whichever way, and reads it. */
export async function finishedExecution(session: Session, id: string): Promise<Execution> {
	return await until(`execution ${id} to end`, RUN_SECONDS, async () => {
		const execution = await readExecution(session, id);
		if (unfinished.includes(execution.status)) return undefined;
		// n8n 1 stores its data a moment after its end.
		const isStored = !isOldN8n || execution.data.resultData.lastNodeExecuted !== undefined;
		return isStored ? execution : undefined;
	});
}

/** The Retry button: a new execution from the stored data of a failed one. Waits for its end. */
export async function retryExecution(session: Session, id: string): Promise<Execution> {
	const { data } = await session.post(`/executions/${id}/retry`, {});
	return await finishedExecution(session, data.data.id);
}

/** The Stop button. */
export async function stopExecution(session: Session, id: string): Promise<void> {
	await session.post(`/executions/${id}/stop`);
}

/** The items a node put out in its last run; output 1 of a node with an error output is that one. */
export function itemsOf({ data }: Execution, node: string, output = 0): INodeExecutionData[] {
	return data.resultData.runData[node]?.at(-1)?.data?.main[output] ?? [];
}
