import type { IDataObject, INode, INodeExecutionData, WorkflowExecuteMode } from 'n8n-workflow';
import type { Plan } from './engine';

export const LOG = 'Bizproc Log';

export interface Scene {
	items: IDataObject[];
	/** Parameters of Bizproc Log besides the usual two expressions. */
	parameters?: IDataObject;
	/** Settings of the node, e.g. `onError`, `retryOnFail`. */
	settings?: Partial<INode>;
	binary?: INodeExecutionData['binary'];
	mode?: WorkflowExecuteMode;
}

const node = (name: string, type: string, more: Partial<INode> = {}): INode => ({
	id: name,
	name,
	type,
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
	...more,
});

const logNode = ({ parameters, settings }: Scene, type = 'bizprocLog'): INode =>
	node(LOG, `n8n-nodes-bitrix24-bizproc.${type}`, {
		parameters: {
			message: '={{ $json.message }}',
			eventToken: '={{ $json.eventToken }}',
			...parameters,
		} as never,
		credentials: {
			bitrix24WebhookApi: { id: 'webhook', name: 'webhook' },
			bitrix24OAuth2Api: { id: 'oauth2', name: 'oauth2' },
		},
		...settings,
	});

const to = (name: string) => [{ node: name, type: 'main' as const, index: 0 }];

const itemsOf = ({ items, binary }: Scene): INodeExecutionData[] =>
	items.map((json) => ({ json, ...(binary && { binary }) }));

/** Bizproc Log between a first node and one behind each of its outputs. */
export const inLine = (scene: Scene, first = 'test.pass'): Plan => ({
	nodes: [node('First', first), logNode(scene), node('Passed', 'test.pass'), node('Failed', 'test.pass')],
	connections: { First: { main: [to(LOG)] }, [LOG]: { main: [to('Passed'), to('Failed')] } },
	items: itemsOf(scene),
	mode: scene.mode,
});

/** Bizproc Log in a loop that sends its items round so many times. */
export const inLoop = (scene: Scene, rounds: number): Plan => ({
	nodes: [node('Loop', 'test.loop', { parameters: { rounds } }), logNode(scene)],
	connections: { Loop: { main: [to(LOG)] }, [LOG]: { main: [to('Loop')] } },
	items: itemsOf(scene),
});

/** Bizproc Log as the tool of an agent, which calls it once for each item with the item's fields as arguments. */
export const asTool = (scene: Scene): Plan => ({
	nodes: [node('Agent', 'test.agent'), logNode(scene, 'bizprocLogTool')],
	connections: { [LOG]: { ai_tool: [[{ node: 'Agent', type: 'ai_tool', index: 0 }]] } },
	items: itemsOf(scene),
});
