import type { IDataObject, INode, INodeExecutionData, WorkflowExecuteMode } from 'n8n-workflow';
import type { Plan } from './engine';

export const LOG = 'Bizproc Log';
export const SEND = 'Bizproc';

export interface Scene {
	items: IDataObject[];
	/** The node under test; default Bizproc Log. */
	nodeName?: typeof LOG | typeof SEND;
	/** Its parameters besides the usual expressions. */
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

export const USUAL = {
	[LOG]: {
		type: 'n8n-nodes-bitrix24-bizproc.bizprocLog',
		parameters: { message: '={{ $json.message }}', eventToken: '={{ $json.eventToken }}' },
	},
	[SEND]: {
		type: 'n8n-nodes-bitrix24-bizproc.bizproc',
		parameters: {
			eventToken: '={{ $json.eventToken }}',
			returnValuesMode: 'json',
			returnValuesJson: '={{ $json.values }}',
			logMessage: '={{ $json.message }}',
		},
	},
};

const nodeUnderTest = ({ nodeName = LOG, parameters, settings }: Scene, kind = ''): INode =>
	node(nodeName, `${USUAL[nodeName].type}${kind}`, {
		parameters: { ...USUAL[nodeName].parameters, ...parameters } as never,
		credentials: {
			bitrix24WebhookApi: { id: 'webhook', name: 'webhook' },
			bitrix24OAuth2Api: { id: 'oauth2', name: 'oauth2' },
		},
		...settings,
	});

const to = (name: string) => [{ node: name, type: 'main' as const, index: 0 }];

const itemsOf = ({ items, binary }: Scene): INodeExecutionData[] =>
	items.map((json) => ({ json, ...(binary && { binary }) }));

/** The node under test between a first node and one behind each of its outputs. */
export const inLine = (scene: Scene, first: Partial<INode> = {}): Plan => ({
	nodes: [
		node('First', 'test.pass', first),
		nodeUnderTest(scene),
		node('Passed', 'test.pass'),
		node('Failed', 'test.pass'),
	],
	connections: {
		First: { main: [to(scene.nodeName ?? LOG)] },
		[scene.nodeName ?? LOG]: { main: [to('Passed'), to('Failed')] },
	},
	items: itemsOf(scene),
	mode: scene.mode,
});

/** Bizproc Log, then Send Result with the same items. */
export const inTurn = (scene: Scene): Plan => ({
	nodes: [nodeUnderTest({ ...scene, nodeName: LOG }), nodeUnderTest({ ...scene, nodeName: SEND })],
	connections: { [LOG]: { main: [to(SEND)] } },
	items: itemsOf(scene),
});

/** Bizproc Log in a loop that sends its items round so many times. */
export const inLoop = (scene: Scene, rounds: number): Plan => ({
	nodes: [node('Loop', 'test.loop', { parameters: { rounds } }), nodeUnderTest(scene)],
	connections: { Loop: { main: [to(LOG)] }, [LOG]: { main: [to('Loop')] } },
	items: itemsOf(scene),
});

/** The node under test as the tool of an agent, which calls it once for each item with the item's fields as arguments. */
export const asTool = (scene: Scene, agent = 'test.agent'): Plan => ({
	nodes: [node('Agent', agent), nodeUnderTest(scene, 'Tool')],
	connections: { [scene.nodeName ?? LOG]: { ai_tool: [[{ node: 'Agent', type: 'ai_tool', index: 0 }]] } },
	items: itemsOf(scene),
});
