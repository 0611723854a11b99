/* eslint-disable @n8n/community-nodes/no-restricted-imports -- tests run in Node, not in n8n */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { IDataObject, INode, INodeExecutionData } from 'n8n-workflow';
import { openServer } from '../../portal/http/server';
import type { Engine } from '../engine';
import { openEditor, type Editor } from './editor';
import { openHooks } from './hooks';
import { openPublication, type Publication, type Publishing } from './publication';
import { deliver } from './receiver';
import { PATH, toWorkflow } from './workflow';

/**
 * n8n's server as far as one webhook trigger sees it: hooks in the order, with the modes and the static data of
 * n8n 2.41, and posts at a real address. Not imitated: waits between tries, several instances, several triggers.
 */
export interface TriggerServer
	extends Omit<Editor, 'listening'>,
		Omit<Publication, 'load' | 'save' | 'taking'> {
	isListening(): boolean;
	/** Where production posts arrive. */
	address: string;
	testAddress: string;
	/** What the hooks have warned of in n8n's log. */
	warnings: string[];
	/** What workflows were started with. */
	started: INodeExecutionData[];
	/** Resolves when n8n has done all that comes after the answer to a post. */
	atRest(): Promise<void>;
	close(): Promise<void>;
}

export interface ServerOptions {
	/** What n8n takes for its own address; default: the true one. */
	origin?: string;
	workflowId?: string;
	/** Default: all are one n8n. */
	instanceId?: string;
}

export async function openTriggerServer(
	engine: Engine,
	publishing: Publishing,
	{ origin, workflowId = 'wf', instanceId = 'this n8n' }: ServerOptions = {},
): Promise<TriggerServer> {
	const started: INodeExecutionData[] = [];
	const toOwnWorkflow = (node: INode, staticData: IDataObject) =>
		toWorkflow(engine, workflowId, node, staticData);

	async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const node = publication.taking();
		if (request.url === `/webhook/${PATH}` && node) {
			const workflow = publication.load(node);
			const webhook = hooks.webhookOf(node, false);
			const delivery = { engine, instanceId, workflow, node, webhook, mode: 'webhook' } as const;
			const { workflowData, noWebhookResponse } = await deliver(delivery, request, response);
			// When n8n answers for the node, starting the workflow makes it forget that something was to be saved.
			if (noWebhookResponse) publication.save(workflow);
			started.push(...(workflowData?.[0] ?? []));
			return;
		}
		const test = editor.listening();
		if (request.url === `/webhook-test/${PATH}` && test) {
			const webhook = hooks.webhookOf(test.node, true);
			const delivery = { engine, instanceId, ...test, webhook, mode: 'manual' } as const;
			const { workflowData } = await deliver(delivery, request, response);
			started.push(...(workflowData?.[0] ?? []));
			if (workflowData) await editor.stopListening();
			return;
		}
		response.writeHead(404).end();
	}

	let work = Promise.resolve();
	const door = await openServer(async (request, response) => {
		const taken = take(request, response);
		work = Promise.all([work, taken]).then(() => undefined);
		await taken;
	});
	const hooks = openHooks(engine, instanceId, origin ?? door.origin);
	const editor = openEditor(hooks, toOwnWorkflow);
	const publication = openPublication(hooks, publishing, toOwnWorkflow);

	return {
		...publication,
		...editor,
		isListening: () => editor.listening() !== undefined,
		address: `${door.origin}/webhook/${PATH}`,
		testAddress: `${door.origin}/webhook-test/${PATH}`,
		started,
		warnings: hooks.warnings,
		atRest: async () => await work,
		close: door.close,
	};
}
