import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

const describe = (name: string, more: Partial<INodeTypeDescription> = {}): INodeTypeDescription => ({
	displayName: name,
	name,
	group: ['transform'],
	version: 1,
	description: '',
	defaults: { name },
	inputs: [NodeConnectionTypes.Main],
	outputs: [NodeConnectionTypes.Main],
	properties: [],
	...more,
});

/** Passes its items on: stands before and behind the node under test. */
const pass: INodeType = {
	description: describe('test.pass'),
	async execute(this: IExecuteFunctions) {
		return [this.getInputData().map(({ json, binary }, item) => ({ json, binary, pairedItem: { item } }))];
	},
};

/** Drops its first item and does not tell which of the others came from which, as many Code nodes do. */
const unpaired: INodeType = {
	description: describe('test.unpaired'),
	async execute(this: IExecuteFunctions) {
		return [
			this.getInputData()
				.slice(1)
				.map(({ json }) => ({ json })),
		];
	},
};

/** Sends items round until they have passed `rounds` times. */
const loop: INodeType = {
	description: describe('test.loop', {
		outputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main],
		properties: [{ displayName: 'Rounds', name: 'rounds', type: 'number', default: 2 }],
	}),
	async execute(this: IExecuteFunctions) {
		const again = this.getWorkflowDataProxy(0).$runIndex < (this.getNodeParameter('rounds', 0) as number);
		const items = this.getInputData();
		return again ? [items, []] : [[], items];
	},
};

interface Tool {
	invoke(args: object): Promise<string>;
}

/** An agent that calls its tool once for each input item, with the item's fields as arguments. */
const agent: INodeType = {
	description: describe('test.agent', {
		inputs: [{ type: NodeConnectionTypes.Main }, { type: NodeConnectionTypes.AiTool }],
	}),
	async execute(this: IExecuteFunctions) {
		const [tool] = (await this.getInputConnectionData(NodeConnectionTypes.AiTool, 0)) as Tool[];
		const answers = [];
		for (const { json } of this.getInputData()) {
			answers.push({ json: { answer: await tool.invoke(json).catch((error: Error) => error.message) } });
		}
		return [answers];
	},
};

/** The same, but it calls its tool for all items at the same time. */
const hastyAgent: INodeType = {
	...agent,
	async execute(this: IExecuteFunctions) {
		const [tool] = (await this.getInputConnectionData(NodeConnectionTypes.AiTool, 0)) as Tool[];
		const answers = await Promise.all(this.getInputData().map(async ({ json }) => await tool.invoke(json)));
		return [answers.map((answer) => ({ json: { answer } }))];
	},
};

export const stubNodes: Record<string, INodeType> = {
	'test.pass': pass,
	'test.unpaired': unpaired,
	'test.loop': loop,
	'test.agent': agent,
	'test.hastyAgent': hastyAgent,
};
