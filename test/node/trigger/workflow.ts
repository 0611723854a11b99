import {
	Workflow,
	type IDataObject,
	type INode,
	type INodeType,
	type IWebhookData,
	type IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';
import type { Engine } from '../engine';

export const WEBHOOK_ID = '0e1c5a7e-5d0b-4f0e-9b5c-6f2f8f3f1d11';
export const PATH = `${WEBHOOK_ID}/bitrix24`;

/** A Bizproc Trigger as n8n stores it. */
export const triggerNode = (parameters: IDataObject, more: Partial<INode> = {}): INode => ({
	id: 'trigger-node',
	name: 'Bizproc Trigger',
	type: 'n8n-nodes-bitrix24-bizproc.bizprocTrigger',
	typeVersion: 1,
	position: [0, 0],
	webhookId: WEBHOOK_ID,
	credentials: { bitrix24OAuth2Api: { id: 'oauth2', name: 'oauth2' } },
	parameters: { name: 'Check credit', ...parameters } as never,
	...more,
});

export const toWorkflow = (engine: Engine, id: string, node: INode, staticData: IDataObject): Workflow =>
	new Workflow({
		id,
		nodes: [structuredClone(node)],
		connections: {},
		active: true,
		nodeTypes: engine.nodeTypes,
		staticData,
	});

export function toWebhook(
	engine: Engine,
	node: INode,
	workflowExecuteAdditionalData: IWorkflowExecuteAdditionalData,
): IWebhookData {
	const { description } = engine.nodeTypes.getByNameAndVersion(node.type) as INodeType;
	return {
		httpMethod: 'POST',
		node: node.name,
		path: PATH,
		webhookDescription: description.webhooks![0],
		workflowId: 'wf',
		workflowExecuteAdditionalData,
	};
}
