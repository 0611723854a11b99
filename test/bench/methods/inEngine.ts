import type { IDataObject, INode, INodeExecutionData, INodeType } from 'n8n-workflow';
import { CredentialStore } from '../../node/credentialStore';
import { openEngine } from '../../node/engine';
import { keepMarks } from '../../node/keptMarks';
import type { LineItem, MethodOptions } from './method';
import { n8nNode } from './n8nNodes';

const START: INode = {
	id: 'start',
	name: 'Start',
	type: 'n8n-nodes-base.noOp',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};

export type NodeSettings = Pick<INode, 'type' | 'typeVersion' | 'parameters'> & Partial<INode>;

/** n8n's engine with one node behind the first; resolves to what comes out of it. */
export async function openNode(
	{ webhookUrl }: Pick<MethodOptions, 'webhookUrl'>,
	settings: NodeSettings,
	types: Record<string, INodeType> = {},
): Promise<(items: LineItem[]) => Promise<INodeExecutionData[]>> {
	// As n8n's database, but in memory.
	await keepMarks();
	const credentials = new CredentialStore();
	const webhook = credentials.add('webhook', { webhookSecret: webhookUrl });
	const engine = await openEngine(credentials, { [START.type]: n8nNode('NoOp'), ...types });
	const node: INode = {
		...{ id: 'node', name: 'Node', position: [0, 0] },
		credentials: { bitrix24WebhookApi: webhook },
		...settings,
	};

	return async (items) => {
		const { data } = await engine.start({
			nodes: [START, node],
			connections: { [START.name]: { main: [[{ node: node.name, type: 'main', index: 0 }]] } },
			items: items.map((json) => ({ json: json as unknown as IDataObject })),
		}).finished;
		const { error, runData } = data.resultData;
		if (error) throw error;
		return runData[node.name][0].data?.main[0] ?? [];
	};
}
