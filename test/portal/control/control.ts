/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Portal } from '../contract';
import { type Reply, send } from '../http/reply';
import { readBody } from '../rest/parameters';
import { VERBS } from './verbs';

/**
 * Steering over HTTP, for other processes: `POST /stand-in/<verb>` with its arguments as a JSON list.
 * A body that is not a list is the only argument. Answers the result as JSON, `null` for none.
 */
export async function control(
	portal: Portal,
	request: IncomingMessage,
	response: ServerResponse,
): Promise<void> {
	const name = request.url!.slice('/stand-in/'.length);
	if (!Object.hasOwn(VERBS, name)) return send(response, answer(404, { message: `No verb ${name}` }));
	try {
		const body = await readBody(request);
		const given: unknown = body === '' ? [] : JSON.parse(body);
		const args = Array.isArray(given) ? given : [given];
		const verb = VERBS[name as keyof typeof VERBS](portal) as (...values: unknown[]) => unknown;
		send(response, answer(200, (await verb(...args)) ?? null));
	} catch (error) {
		send(response, answer(400, { message: (error as Error).message }));
	}
}

function answer(status: number, value: unknown): Reply {
	const headers = { 'Content-Type': 'application/json; charset=utf-8' };
	return { status, headers, text: JSON.stringify(value) };
}
