import axios from 'axios';
import { stringify } from 'qs';
import type { TokenAnswer } from '../oauth/contract';
import type { ProcessOptions } from '../options';
import { isPhpArray } from '../php/array';
import type { Workflow } from './workflows';

/** How long the queue servers wait is on no page. */
const PATIENCE_MILLISECONDS = 30_000;

export interface Post {
	workflow: Workflow;
	eventToken: string;
	options: ProcessOptions;
	tokens: TokenAnswer;
	portalUrl: string;
	applicationToken: string;
}

/**
 * Posts a step to its handler: once, whatever becomes of it. Resolves to the handler's HTTP status, null without one.
 * https://apidocs.bitrix24.com/api-reference/bizproc/bizproc-robot/bizproc-robot-add.html
 */
export async function postToHandler(post: Post): Promise<number | null> {
	try {
		const { status } = await axios.post(post.options.handler, toForm(fieldsOf(post)), {
			headers: {
				'Content-Type': 'application/x-www-form-urlencoded',
				'User-Agent': 'Bitrix24 Webhook Engine',
			},
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

function fieldsOf({ workflow, eventToken, options, tokens, portalUrl, applicationToken }: Post) {
	const [module, entity, id] = workflow.document;
	return {
		workflow_id: workflow.workflowId,
		code: options.code ?? 'n8n_step',
		document_id: workflow.document,
		document_type: [module, entity, id.replace(/_[^_]*$/, '')],
		event_token: eventToken,
		properties: withoutNulls(options.properties ?? {}),
		use_subscription: 'Y',
		timeout_duration: 0,
		ts: Math.floor(Date.now() / 1000),
		auth: {
			...tokens,
			domain: new URL(portalUrl).host,
			application_token: applicationToken,
		},
	};
}

/** A property without a value arrives as an empty text. */
function withoutNulls(value: unknown): unknown {
	if (value === null) return '';
	if (!isPhpArray(value)) return value;
	const entries = Object.entries(value).map(([key, inner]) => [key, withoutNulls(inner)]);
	return Object.fromEntries(entries);
}
