import { randomUUID } from 'node:crypto';
import { executionIds, readExecution } from '../../n8n/executions';
import { startProcess } from '../../n8n/portalProcesses';
import { until } from '../../n8n/until';
import type { Stage } from '../stage';
import { logNode, node, publishStep } from './stepWorkflow';

const NAME = 'Waits for somebody';

/**
 * Starts a process whose n8n workflow writes an address into the log, as its second line, and waits until somebody opens
 * it. Resolves when n8n has put its execution to rest. Returns the id of the process.
 */
export async function startWaitingProcess(stage: Stage): Promise<string> {
	const { id } = await publishStep(stage, NAME, {}, [
		logNode('Ask', '={{ $execution.resumeUrl }}'),
		node(
			'Wait',
			'n8n-nodes-base.wait',
			{ resume: 'webhook', options: {} },
			{ typeVersion: 1.1, webhookId: randomUUID() },
		),
	]);
	const process = await startProcess(stage.portal, [{ name: NAME, properties: { sum: 3 } }]);
	await until('the execution to wait', 20, async () => {
		const [executionId] = await executionIds(stage.session, id);
		if (executionId === undefined) return undefined;
		const { status } = await readExecution(stage.session, executionId);
		return status === 'waiting' || undefined;
	});
	return process;
}
