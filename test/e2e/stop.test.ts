/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { setTimeout as sleep } from 'node:timers/promises';
import { finishedExecution, stopExecution } from '../n8n/executions';
import { until } from '../n8n/until';
import { openStage, publishLines, startWith, type Stage } from './stage';

/** More than twice what the node waits before it asks a second time. */
const LONG_ENOUGH_MS = 2500;

let stage: Stage;
beforeAll(async () => {
	stage = await openStage();
});
afterAll(async () => await stage.portal.stop());

it('Stop ends an execution that waits for a limit of the portal, and it sends nothing more', async () => {
	const workflow = await publishLines(stage, 'stopped-while-waiting', { retryOnFail: true, maxTries: 3 });
	const { workflowId, eventToken } = stage.portal.startWorkflow();
	stage.portal.fault({ kind: 'queryLimit' });
	const id = await startWith(stage, workflow, [{ eventToken, message: 'never sent' }]);
	await until('a refusal', 20, async () => stage.portal.requests[0]?.finishedAt ?? undefined);

	await stopExecution(stage.session, id);
	const { status } = await finishedExecution(stage.session, id);
	expect(status).toBe('canceled');
	await sleep(LONG_ENOUGH_MS);
	expect(stage.portal.log(workflowId)).toEqual([]);
	expect(stage.portal.requests).toHaveLength(1);
});
