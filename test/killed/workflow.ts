import type { IConnections, INode, INodeParameters } from 'n8n-workflow';
import type { WorkflowFile } from '../n8n/workflows';
import type { Lists } from './lists';
import { TURN, type Scene } from './scenes';

/**
 * The workflow of a scene: a webhook starts it, a service hands it the list, and Bizproc Log writes it.
 * @param name of the workflow
 * @param path of its webhook, and of its list
 */
export function workflowOf(
	{ shape, settings, savesProgress }: Scene,
	name: string,
	path: string,
	eventToken: string,
	lists: Lists,
): WorkflowFile {
	const start = node('Start', 'n8n-nodes-base.webhook', 2.1, { httpMethod: 'POST', path, options: {} });
	start.webhookId = path;
	const list = node('List', 'n8n-nodes-base.httpRequest', 4.2, { url: lists.address(path), options: {} });
	const log: INode = {
		...node('Log', 'n8n-nodes-bitrix24-bizproc.bizprocLog', 1, {
			eventToken,
			message: '={{ $json.message }}',
		}),
		credentials: { bitrix24WebhookApi: { id: null, name: 'Bitrix24 webhook' } },
		...settings,
	};
	const nodes = [start, list, log];
	const connections: IConnections = { Start: { main: [to('List')] }, List: { main: [to('Log')] } };

	if (shape === 'log first in the file') nodes.reverse();
	if (shape === 'with a later node') {
		const later = node('Later', 'n8n-nodes-base.httpRequest', 4.2, { url: lists.waitingRoom, options: {} });
		nodes.push({ ...later, executeOnce: true });
		connections.Log = { main: [to('Later')] };
	}
	if (shape === 'loop') {
		nodes.push(node('Loop', 'n8n-nodes-base.splitInBatches', 3, { batchSize: TURN, options: {} }));
		connections.List = { main: [to('Loop')] };
		connections.Loop = { main: [[], to('Log')] };
		connections.Log = { main: [to('Loop')] };
	}
	const saving = savesProgress ? { saveExecutionProgress: true } : {};
	return { name, nodes, connections, settings: { executionOrder: 'v1', ...saving } };
}

const node = (name: string, type: string, typeVersion: number, parameters: INodeParameters): INode => ({
	...{ id: name.toLowerCase(), name, type, typeVersion, position: [0, 0], parameters },
});

const to = (name: string) => [{ node: name, type: 'main' as const, index: 0 }];
