import { get, post } from '../http/client';
import { type Portal, startPortal } from '../portal';

let portal: Portal;
beforeAll(async () => {
	portal = await startPortal();
});
afterAll(async () => await portal.stop());

describe('addresses', () => {
	it.each(['profile', 'profile/', 'profile.json', 'profile.json/', 'PROFILE', 'profile?a=b'])(
		'%s is the method profile',
		async (end) => {
			const { data } = await get(`${portal.webhookUrl}${end}`);
			expect(data.result).toEqual({
				ID: '1',
				ADMIN: true,
				NAME: expect.any(String),
				LAST_NAME: expect.any(String),
				PERSONAL_GENDER: '',
				TIME_ZONE: '',
			});
		},
	);

	it('the v3 address names the same webhook', async () => {
		const url = `${portal.url}/rest/api/1/${portal.webhookSecret}/profile`;
		expect((await post(url)).status).toBe(200);
	});

	it.each(['', 'no.such', 'profile.xml', 'profile/more', 'constructor', '__proto__'])(
		'%j after the webhook is no method',
		async (end) => {
			expect(await get(`${portal.webhookUrl}${end}`)).toMatchObject({
				status: 404,
				data: { error: 'ERROR_METHOD_NOT_FOUND' },
			});
		},
	);

	it('outside of REST there is an HTML page', async () => {
		const { status, headers } = await get(`${portal.url}/elsewhere`);
		expect(status).toBe(404);
		expect(headers['content-type']).toContain('text/html');
	});
});

describe('parameters', () => {
	const json = { headers: { 'Content-Type': 'application/json; charset=utf-8' } };
	const log = async (body: string, headers: Record<string, string>, query = '') =>
		await post(`${portal.webhookUrl}bizproc.activity.log${query}`, body, { headers });

	it('the body wins over the query', async () => {
		const { workflowId, eventToken } = portal.startWorkflow();
		const body = JSON.stringify({ EVENT_TOKEN: eventToken, LOG_MESSAGE: 'body' });
		await log(body, json.headers, '?LOG_MESSAGE=query');
		expect(portal.log(workflowId)).toEqual(['body']);
	});

	it('GET takes them from the query', async () => {
		const { workflowId, eventToken } = portal.startWorkflow();
		const query = `event_token=${encodeURIComponent(eventToken)}&log_message=by+GET`;
		await get(`${portal.webhookUrl}bizproc.activity.log?${query}`);
		expect(portal.log(workflowId)).toEqual(['by GET']);
	});

	it('broken JSON is no parameters, so the token is missing', async () => {
		const { eventToken } = portal.startWorkflow();
		const body = JSON.stringify({ EVENT_TOKEN: eventToken, LOG_MESSAGE: 'x' }).slice(0, -1);
		expect(await log(body, json.headers)).toMatchObject({ data: { error: 'ACCESS_DENIED' } });
	});

	it.each(['text/json', 'application/vnd.api+json', 'text/plain', 'multipart/form-data'])(
		'%s is not read',
		async (type) => {
			const { workflowId, eventToken } = portal.startWorkflow();
			const body = JSON.stringify({ EVENT_TOKEN: eventToken, LOG_MESSAGE: 'x' });
			const { status } = await log(body, { 'Content-Type': type });
			expect(status).toBe(403);
			expect(portal.log(workflowId)).toEqual([]);
		},
	);
});

describe('answers', () => {
	it('are JSON with PHP escapes and the portal headers', async () => {
		const { headers, data } = await get(`${portal.webhookUrl}app.info`, {
			responseType: 'text',
			transformResponse: (text: string) => text,
		});
		expect(headers).toMatchObject({
			'content-type': 'application/json; charset=utf-8',
			'access-control-allow-origin': '*',
			'x-content-type-options': 'nosniff',
		});
		expect(data).toBe(
			'{"error":"ACCESS_DENIED","error_description":"Access denied! Application context required"}',
		);
	});
});

describe('methods that need no scope', () => {
	const ask = async (method: string) => (await get(`${portal.webhookUrl}${method}`)).data.result;

	it('scope lists what was granted, or with full everything there is', async () => {
		expect(await ask('scope')).toEqual(['bizproc']);
		expect(await ask('scope?full=true')).toEqual(expect.arrayContaining(['bizproc', 'crm']));
	});

	it('server.time is ISO 8601 with a zone', async () => {
		expect(await ask('server.time')).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00$/);
	});

	it('method.get tells existing from available', async () => {
		const name = 'bizproc.activity.log';
		expect(await ask(`method.get?name=${name}`)).toEqual({ isExisting: true, isAvailable: true });
		portal.setLimits({ scope: ['crm'] });
		expect(await ask(`method.get?name=${name}`)).toEqual({ isExisting: true, isAvailable: false });
		portal.setLimits({ scope: ['bizproc'] });
		const unknown = { isExisting: false, isAvailable: false };
		expect(await ask('method.get?name=no.such')).toEqual(unknown);
		expect(await ask(`method.get?NAME=${name}`)).toEqual(unknown);
	});

	it('methods lists what may be called', async () => {
		expect(await ask('methods')).toEqual(
			expect.arrayContaining(['bizproc.activity.log', 'batch', 'profile']),
		);
	});
});

it('answers at a second address as the same portal', async () => {
	const origin = await portal.answerAlsoAt();
	const { workflowId, eventToken } = portal.startWorkflow();
	const url = portal.webhookUrl.replace(portal.url, origin);
	await post(`${url}bizproc.activity.log`, { EVENT_TOKEN: eventToken, LOG_MESSAGE: 'moved' });
	expect(origin).not.toBe(portal.url);
	expect(portal.log(workflowId)).toEqual(['moved']);
	expect(portal.requests.at(-1)!.headers.host).toBe(new URL(origin).host);
});
