import { get } from '../http/client';
import { type Portal, startPortal } from '../portal';
import { asApplication } from '../rest/asApplication';
import { openHandler, type RecordingHandler } from './recordingHandler';

let portal: Portal;
let handler: RecordingHandler;
beforeEach(async () => {
	portal = await startPortal({ scope: ['crm', 'bizproc'] });
	handler = await openHandler();
});
afterEach(async () => {
	await portal.stop();
	await handler.close();
});

/** Registers a step, lets a process come to it and resolves to what the handler was posted. */
const posted = async (registration: object, inTemplate: object = {}) => {
	const step = { CODE: 'n8n_step', HANDLER: handler.url, NAME: 'Ask n8n', ...registration };
	await asApplication(portal)('bizproc.robot.add', step);
	const steps = [{ kind: 'robot' as const, code: 'n8n_step', ...inTemplate }];
	await portal.startProcess(portal.publishTemplate({ steps }));
	return handler.received[0];
};

const text = (pattern: RegExp) => expect.stringMatching(pattern) as string;

it('posts a step as the decoded example of the documentation', async () => {
	const properties = { text: { NAME: 'Text', TYPE: 'text' } };
	const form = await posted(
		{ AUTH_USER_ID: 1, USE_SUBSCRIPTION: 'Y', PROPERTIES: properties },
		{ properties: { text: 'hello' } },
	);
	const [{ workflowId }] = portal.workflows();
	expect(form).toEqual({
		workflow_id: text(/^[0-9a-f]{14}\.\d{8}$/),
		code: 'n8n_step',
		document_id: ['crm', 'CCrmDocumentDeal', 'DEAL_15'],
		document_type: ['crm', 'CCrmDocumentDeal', 'DEAL'],
		event_token: text(/^[0-9a-f]{14}\.\d{8}\|A\d+_\d+_\d+_\d+\|\w{32}\.[0-9a-f]{64}$/),
		properties: { text: 'hello' },
		use_subscription: 'Y',
		timeout_duration: '0',
		ts: text(/^\d{10}$/),
		auth: {
			access_token: text(/./),
			refresh_token: text(/./),
			expires: text(/^\d{10}$/),
			expires_in: '3600',
			scope: 'crm,bizproc',
			domain: new URL(portal.url).host,
			status: 'L',
			server_endpoint: `${portal.oauth.url}/rest/`,
			client_endpoint: `${portal.url}/rest/`,
			member_id: portal.memberId,
			user_id: '1',
			application_token: portal.applicationToken,
		},
	});
	expect(form).toMatchObject({ workflow_id: workflowId, event_token: portal.process(workflowId).eventToken });
});

it('sends tokens that are good for calls in the name of AUTH_USER_ID', async () => {
	const { auth } = await posted({ AUTH_USER_ID: '7' });
	expect(auth.user_id).toBe('7');
	expect((await get(`${portal.url}/rest/profile?auth=${auth.access_token}`)).status).toBe(200);
});

it.each([{}, { AUTH_USER_ID: 0 }])('sends no tokens, and the rest of auth, with %j', async (user) => {
	const { auth } = await posted(user);
	expect(auth).not.toHaveProperty('access_token');
	expect(auth).not.toHaveProperty('refresh_token');
	const { memberId: member_id, applicationToken: application_token } = portal;
	expect(auth).toMatchObject({ member_id, application_token, user_id: '0', status: 'L' });
});

const NAMED = (fields: Record<string, object>) =>
	Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, { NAME: key, ...field }]));

it.each<[string, object, object, unknown]>([
	['the default without a value', { DEFAULT: 'd' }, {}, 'd'],
	['the value over the default', { DEFAULT: 'd' }, { a: 'v' }, 'v'],
	['an empty text for neither', {}, {}, ''],
	['Y for true', { TYPE: 'bool' }, { a: true }, 'Y'],
	['N for false', { TYPE: 'bool', DEFAULT: 'Y' }, { a: false }, 'N'],
	['Y for the default 1 of a bool', { TYPE: 'bool', DEFAULT: 1 }, {}, 'Y'],
	['nothing for a bool that was left open', { TYPE: 'bool' }, {}, ''],
	['a number as text', { TYPE: 'double' }, { a: 1.5 }, '1.5'],
	['zero', { TYPE: 'int', DEFAULT: 5 }, { a: 0 }, '0'],
	['a list for several values', { MULTIPLE: 'Y' }, { a: ['x', 'y'] }, ['x', 'y']],
	['a list of one for a single value', { MULTIPLE: true }, { a: 'x' }, ['x']],
	['a list of Y and N', { TYPE: 'bool', MULTIPLE: 'Y' }, { a: [true, 'N'] }, ['Y', 'N']],
])('sends %s', async (_what, field, properties, sent) => {
	const form = await posted({ PROPERTIES: NAMED({ a: field }) }, { properties });
	expect(form.properties).toEqual({ a: sent });
});

it.each<[string, object, object]>([
	['there are none', {}, {}],
	['the only one is an empty list', NAMED({ a: { MULTIPLE: 'Y' } }), { a: [] }],
	['the template fills only what is not declared', {}, { a: 'x' }],
])('leaves properties out when %s', async (_what, PROPERTIES, properties) => {
	expect(await posted({ PROPERTIES }, { properties })).not.toHaveProperty('properties');
});

it.each<[unknown, boolean | undefined, string]>([
	['Y', false, 'Y'],
	['N', true, 'N'],
	[undefined, true, 'Y'],
	[undefined, false, 'N'],
	[undefined, undefined, 'Y'],
	['', false, 'N'],
])('registered with %j and drawn with %j it says use_subscription %s', async (given, waits, said) => {
	const form = await posted({ USE_SUBSCRIPTION: given }, { waits });
	expect(form.use_subscription).toBe(said);
	expect(portal.workflows()[0].state).toBe(said === 'Y' ? 'waiting' : 'finished');
});

it('tells how long the step waits', async () => {
	expect((await posted({}, { timeoutSeconds: 600 })).timeout_duration).toBe('600');
});
