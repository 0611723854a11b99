/* eslint-disable @n8n/community-nodes/no-restricted-imports -- tests run in Node, not in n8n */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { parse } from 'node:querystring';
import { WebhookContext } from 'n8n-core';
import type {
	INode,
	INodeType,
	IWebhookData,
	IWebhookFunctions,
	IWebhookResponseData,
	Workflow,
	WorkflowExecuteMode,
} from 'n8n-workflow';
import type { Engine } from '../engine';

export interface Delivery {
	engine: Engine;
	instanceId: string;
	workflow: Workflow;
	node: INode;
	webhook: IWebhookData;
	mode: WorkflowExecuteMode;
}

/** Hands a request to a node's `webhook()` as n8n's server does: the body read whole, and once more flat and cut. */
export async function deliver(
	{ engine, instanceId, workflow, node, webhook, mode }: Delivery,
	request: IncomingMessage,
	response: ServerResponse,
): Promise<IWebhookResponseData> {
	const rawBody = Buffer.concat(await request.toArray());
	const body = parse(rawBody.toString(), undefined, undefined, { maxKeys: 1000 });
	const surroundings = {
		...webhook.workflowExecuteAdditionalData,
		httpRequest: Object.assign(request, { rawBody, body, params: {}, query: {} }),
		httpResponse: asExpress(response),
	};
	const { webhook: receive } = engine.nodeTypes.getByNameAndVersion(node.type) as INodeType;
	const context = new WebhookContext(workflow, node, surroundings as never, mode, webhook, [], null);
	Object.assign(context, { getInstanceId: () => instanceId });
	return await receive!.call(context as unknown as IWebhookFunctions);
}

/** The few verbs of Express that a node uses to answer by itself. */
function asExpress(response: ServerResponse) {
	const express = {
		status(code: number) {
			response.statusCode = code;
			return express;
		},
		type(name: string) {
			response.setHeader('Content-Type', name);
			return express;
		},
		send: (text: string) => response.end(text),
	};
	return express;
}
