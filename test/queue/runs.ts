import type { Line } from '../e2e/stage';
import { executionIds, finishedExecution, type Execution } from '../n8n/executions';
import { client } from '../n8n/session';
import { until } from '../n8n/until';
import type { Workflow } from '../n8n/workflows';
import type { QueueStage } from './stage';

const START_SECONDS = 30;

/** Posts many loads of lines to a workflow's webhook at once. Returns the ids of the executions, newest first. */
export async function startAll(
	{ url, session }: QueueStage,
	{ id, nodes }: Workflow,
	loads: Line[][],
): Promise<string[]> {
	const before = new Set(await executionIds(session, id));
	const path = nodes.find(({ webhookId }) => webhookId !== undefined)!.parameters.path as string;
	await Promise.all(loads.map(async (lines) => await client(url).post(`${url}/webhook/${path}`, { lines })));
	return await until('all executions to start', START_SECONDS, async () => {
		const ids = (await executionIds(session, id)).filter((one) => !before.has(one));
		return ids.length < loads.length ? undefined : ids;
	});
}

/** The same, and waits until all of them have ended. */
export async function runAll(stage: QueueStage, workflow: Workflow, loads: Line[][]): Promise<Execution[]> {
	const ids = await startAll(stage, workflow, loads);
	return await Promise.all(ids.map(async (id) => await finishedExecution(stage.session, id)));
}
