/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import type { IncomingMessage } from 'node:http';
import type { Portal } from '../contract';
import { html, type Reply } from '../http/reply';
import { parseStr } from '../php/parseStr';
import { readBody } from '../rest/parameters';
import { ACTIONS, type Done } from './actions';
import { asset } from './assets';
import { notice } from './frame';
import { markup } from './markup';

/** What stands below `/page/`: files, and the forms of the page. A script is answered in JSON, a browser is sent back. */
export async function pageReply(portal: Portal, request: IncomingMessage): Promise<Reply> {
	const name = request.url!.slice('/page/'.length);
	if (request.method !== 'POST') return asset(name);
	const action = ACTIONS.get(name);
	if (!action) return html(404);
	const isScript = request.headers.accept === 'application/json';
	try {
		const done = action(portal, parseStr(await readBody(request)));
		return isScript ? json(200, done) : { status: 303, headers: { Location: `/#${done.shows}` }, text: '' };
	} catch (error) {
		const { message } = error as Error;
		if (isScript) return json(400, { said: message });
		return notice(
			400,
			'That did not work',
			markup`<p>${message}</p><p><a href="/">Back to the portal</a></p>`,
		);
	}
}

function json(status: number, body: Partial<Done>): Reply {
	return {
		status,
		headers: { 'Content-Type': 'application/json; charset=utf-8' },
		text: JSON.stringify(body),
	};
}
