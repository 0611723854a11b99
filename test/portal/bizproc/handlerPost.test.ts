/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import type { IncomingHttpHeaders } from 'node:http';
import { parse } from 'qs';
import { openServer } from '../http/server';
import { type Portal, startPortal } from '../portal';
import { readBody } from '../rest/parameters';
import { toForm } from './handlerPost';

let portal: Portal;
beforeAll(async () => {
	portal = await startPortal({ scope: ['crm', 'bizproc'] });
});
afterAll(async () => await portal.stop());

let handler: { origin: string; close(): Promise<void> };
let received: Array<{ headers: IncomingHttpHeaders; form: string }>;
let answerStatus: number;
beforeEach(async () => {
	received = [];
	answerStatus = 200;
	handler = await openServer(async (request, response) => {
		received.push({ headers: request.headers, form: await readBody(request) });
		response.writeHead(answerStatus).end();
	});
});
afterEach(async () => await handler.close());

it('posts the step as a PHP form with every field of the reference', async () => {
	const started = await portal.runProcess({
		handler: `${handler.origin}/step`,
		document: ['crm', 'CCrmDocumentContact', 'CONTACT_109286'],
		properties: { text: 'héllo & <b>', nothing: null, many: ['a', 'b'], none: [] },
		code: 'my_step',
	});

	expect(started.status).toBe(200);
	expect(received).toHaveLength(1);
	const [{ headers, form }] = received;
	expect(headers['content-type']).toBe('application/x-www-form-urlencoded');
	const text = expect.stringMatching(/./);
	const number = expect.stringMatching(/^\d+$/);
	expect(parse(form)).toEqual({
		workflow_id: started.workflowId,
		code: 'my_step',
		document_id: ['crm', 'CCrmDocumentContact', 'CONTACT_109286'],
		document_type: ['crm', 'CCrmDocumentContact', 'CONTACT'],
		event_token: started.eventToken,
		properties: { text: 'héllo & <b>', nothing: '', many: ['a', 'b'] },
		use_subscription: 'Y',
		timeout_duration: '0',
		ts: number,
		auth: {
			access_token: text,
			refresh_token: text,
			expires: number,
			expires_in: '3600',
			scope: 'crm,bizproc',
			domain: new URL(portal.url).host,
			server_endpoint: `${portal.oauth.url}/rest/`,
			client_endpoint: `${portal.url}/rest/`,
			status: 'L',
			member_id: portal.memberId,
			user_id: '1',
			application_token: portal.applicationToken,
		},
	});
});

it('leaves properties out when there are none', async () => {
	await portal.runProcess({ handler: handler.origin });
	expect(received[0].form).not.toContain('properties');
});

it('tries once, whatever the handler answers', async () => {
	answerStatus = 503;
	const { status } = await portal.runProcess({ handler: handler.origin });
	expect(status).toBe(503);
	expect(received).toHaveLength(1);
});

it('says null when nobody answers, and the workflow waits all the same', async () => {
	await handler.close();
	const { workflowId, status } = await portal.runProcess({ handler: handler.origin });
	expect(status).toBeNull();
	expect(portal.workflows()).toContainEqual(expect.objectContaining({ workflowId, state: 'waiting' }));
});

it('writes forms as http_build_query does', () => {
	expect(toForm({ a: { b: ['x y', true, false] }, none: [], nothing: null, é: '+' })).toBe(
		'a%5Bb%5D%5B0%5D=x+y&a%5Bb%5D%5B1%5D=1&a%5Bb%5D%5B2%5D=0&%C3%A9=%2B',
	);
});
