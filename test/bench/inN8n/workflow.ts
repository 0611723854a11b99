import type { INode, INodeParameters } from 'n8n-workflow';
import { publish } from '../../n8n/publication';
import type { Session } from '../../n8n/session';
import { saveWorkflow } from '../../n8n/workflows';

/** Where posts arrive that start an execution; it is answered when the execution is over. */
export const PATH = 'lines';

/** Lines come by a webhook, are made items and written. */
export async function publishLines(session: Session): Promise<void> {
	const nodes = [
		node('Start', 'n8n-nodes-base.webhook', 2.1, {
			...{ httpMethod: 'POST', path: PATH, options: {} },
			...{ responseMode: 'lastNode', responseData: 'noData' },
		}),
		node('Items', 'n8n-nodes-base.splitOut', 1, { fieldToSplitOut: 'body.lines', options: {} }),
		node('Log', 'n8n-nodes-bitrix24-bizproc.bizprocLog', 1, {
			...{ eventToken: '={{ $json.eventToken }}', message: '={{ $json.message }}', options: {} },
		}),
	];
	nodes[0].webhookId = PATH;
	nodes[2].credentials = { bitrix24WebhookApi: { id: null, name: 'Bitrix24 webhook' } };
	const connections = { Start: { main: [to('Items')] }, Items: { main: [to('Log')] } };
	const settings = { executionOrder: 'v1' };
	const workflow = await saveWorkflow(session, { name: 'Lines', nodes, connections, settings });
	await publish(session, workflow);
}

const node = (name: string, type: string, typeVersion: number, parameters: INodeParameters): INode => ({
	...{ id: name, name, type, typeVersion, position: [0, 0], parameters },
});

const to = (name: string) => [{ node: name, type: 'main' as const, index: 0 }];
