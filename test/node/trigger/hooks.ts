import { HookContext } from 'n8n-core';
import type {
	IHookFunctions,
	INode,
	INodeType,
	IWebhookData,
	Workflow,
	WorkflowActivateMode,
	WorkflowExecuteMode,
} from 'n8n-workflow';
import type { Engine } from '../engine';
import { toWebhook } from './workflow';

/** Calls a trigger's hooks as n8n's webhook service does. Each resolves to the message of what the hook threw. */
export interface Hooks {
	createIfNotExists(workflow: Workflow, node: INode, occasion: Occasion): Promise<string | undefined>;
	/** n8n gives the same mode whether a workflow is unpublished or a test has ended. */
	remove(workflow: Workflow, node: INode, isTest: boolean): Promise<string | undefined>;
	webhookOf(node: INode, isTest: boolean): IWebhookData;
	/** What the hooks have warned of in n8n's log. */
	warnings: string[];
}

export interface Occasion {
	mode: WorkflowExecuteMode;
	activation: WorkflowActivateMode;
	isTest: boolean;
}

export function openHooks(engine: Engine, instanceId: string, origin: string): Hooks {
	const warnings: string[] = [];
	const webhookOf = (node: INode, isTest: boolean): IWebhookData => ({
		...toWebhook(engine, node, engine.surroundings('trigger', `${origin}/webhook`)),
		isTest,
	});

	async function call(
		hook: 'checkExists' | 'create' | 'delete',
		workflow: Workflow,
		node: INode,
		{ mode, activation, isTest }: Occasion,
	): Promise<boolean> {
		const webhook = webhookOf(node, isTest);
		const around = webhook.workflowExecuteAdditionalData;
		const own = workflow.getNode(node.name)!;
		const context = new HookContext(workflow, own, around, mode, activation, webhook);
		const logger = { warn: (words: string) => warnings.push(words) };
		Object.assign(context, { getInstanceId: () => instanceId });
		Object.defineProperty(context, 'logger', { value: logger });
		const { webhookMethods } = engine.nodeTypes.getByNameAndVersion(node.type) as INodeType;
		return await webhookMethods!.default![hook].call(context as unknown as IHookFunctions);
	}

	return {
		webhookOf,
		warnings,
		createIfNotExists: async (workflow, node, occasion) =>
			await messageOf(async () => {
				const exists = await call('checkExists', workflow, node, occasion);
				if (!exists) await call('create', workflow, node, occasion);
			}),
		remove: async (workflow, node, isTest) =>
			await messageOf(
				async () => await call('delete', workflow, node, { mode: 'internal', activation: 'update', isTest }),
			),
	};
}

async function messageOf(action: () => Promise<unknown>): Promise<string | undefined> {
	try {
		await action();
		return undefined;
	} catch (error) {
		return (error as Error).message;
	}
}
