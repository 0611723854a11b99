/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { Agent } from 'node:http';
import axios from 'axios';
import { stringify } from 'qs';
import { isPhpArray } from '../php/array';
import type { Workflow } from './workflows';

/** How long the queue servers wait is on no page. */
const PATIENCE_MILLISECONDS = 30_000;

/** A handler that was restarted must not be asked over a connection of its former life. */
const httpAgent = new Agent({ keepAlive: false });

export interface Post {
	handler: string;
	/** CODE of the robot or activity. */
	code: string;
	workflow: Workflow;
	eventToken: string;
	properties: Record<string, unknown>;
	waits: boolean;
	/** 0 for none. */
	timeoutSeconds: number;
	auth: Record<string, unknown>;
}

/**
 * Posts a step to its handler: once, whatever becomes of it. Resolves to the handler's HTTP status, null without one.
 * https://apidocs.bitrix24.com/api-reference/bizproc/bizproc-robot/bizproc-robot-add.html
 */
export async function postToHandler(post: Post, signal: AbortSignal): Promise<number | null> {
	try {
		const { status } = await axios.post(post.handler, toForm(fieldsOf(post)), {
			headers: {
				'Content-Type': 'application/x-www-form-urlencoded',
				'User-Agent': 'Bitrix24 Webhook Engine',
			},
			httpAgent,
			signal,
			maxRedirects: 0,
			timeout: PATIENCE_MILLISECONDS,
			validateStatus: () => true,
		});
		return status;
	} catch {
		return null;
	}
}

/** PHP's `http_build_query`: bracket names, true and false as 1 and 0, null and empty arrays left out. */
export function toForm(fields: object): string {
	return stringify(fields, {
		format: 'RFC1738',
		skipNulls: true,
		filter: (_name, value: unknown) => (typeof value === 'boolean' ? Number(value) : value),
	});
}

function fieldsOf({ workflow, ...post }: Post) {
	const [module, entity, id] = workflow.document;
	return {
		workflow_id: workflow.workflowId,
		code: post.code,
		document_id: workflow.document,
		document_type: [module, entity, id.replace(/_[^_]*$/, '')],
		event_token: post.eventToken,
		properties: withoutNulls(post.properties),
		use_subscription: post.waits ? 'Y' : 'N',
		timeout_duration: Math.ceil(post.timeoutSeconds),
		ts: Math.floor(Date.now() / 1000),
		auth: post.auth,
	};
}

/** A property without a value arrives as an empty text. */
function withoutNulls(value: unknown): unknown {
	if (value === null) return '';
	if (!isPhpArray(value)) return value;
	const entries = Object.entries(value).map(([key, inner]) => [key, withoutNulls(inner)]);
	return Object.fromEntries(entries);
}
