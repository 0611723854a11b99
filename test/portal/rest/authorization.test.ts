import { get, post } from '../http/client';
import { type Portal, startPortal } from '../portal';

let portal: Portal;
beforeEach(async () => {
	portal = await startPortal();
});
afterEach(async () => await portal.stop());

const bearer = (token: string) => ({ headers: { Authorization: `Bearer ${token}` } });
const refused = (status: number, error: string) => ({ status, data: { error } });

describe('an inbound webhook', () => {
	it.each<[string, (portal: Portal) => string]>([
		['another secret', ({ url }) => `${url}/rest/1/wrong/profile`],
		['another user', ({ url, webhookSecret }) => `${url}/rest/2/${webhookSecret}/profile`],
	])('with %s is INVALID_CREDENTIALS', async (_what, address) => {
		expect(await get(address(portal))).toMatchObject({
			status: 401,
			data: { error: 'INVALID_CREDENTIALS', error_description: 'Invalid request credentials' },
		});
	});

	it('is INVALID_CREDENTIALS once revoked', async () => {
		expect((await get(`${portal.webhookUrl}profile`)).status).toBe(200);
		portal.revokeWebhook();
		expect(await get(`${portal.webhookUrl}profile`)).toMatchObject(refused(401, 'INVALID_CREDENTIALS'));
	});

	it('without the scope is insufficient_scope, in the words for webhooks', async () => {
		portal.setLimits({ scope: ['crm'] });
		expect(await get(`${portal.webhookUrl}bizproc.activity.log`)).toMatchObject({
			status: 401,
			data: {
				error: 'insufficient_scope',
				error_description: 'The request requires higher privileges than provided by the webhook token',
			},
		});
	});

	it('may be given as two query parameters', async () => {
		const pair = `aplogin=1&ap=${portal.webhookSecret}`;
		expect((await get(`${portal.url}/rest/profile?${pair}`)).status).toBe(200);
	});

	it('is not put aside by an auth that is an array, as in the post of a step', async () => {
		const step = 'auth[access_token]=of-the-step&auth[user_id]=1';
		expect((await post(`${portal.webhookUrl}profile`, step)).status).toBe(200);
	});

	it('answers 403 as documented when the portal is set to', async () => {
		portal.setLimits({ credentialStatus: 403, scope: [] });
		expect(await get(`${portal.url}/rest/1/wrong/profile`)).toMatchObject(
			refused(403, 'INVALID_CREDENTIALS'),
		);
		expect(await get(`${portal.webhookUrl}bizproc.activity.log`)).toMatchObject(
			refused(403, 'insufficient_scope'),
		);
	});
});

it('no credentials at all is NO_AUTH_FOUND', async () => {
	expect(await post(`${portal.url}/rest/profile`)).toMatchObject({
		status: 401,
		data: { error: 'NO_AUTH_FOUND', error_description: 'Wrong authorization data' },
	});
});

it('an unknown method is said before credentials are looked at', async () => {
	expect(await post(`${portal.url}/rest/1/wrong/no.such.method`)).toMatchObject({
		status: 404,
		data: { error: 'ERROR_METHOD_NOT_FOUND', error_description: 'Method not found!' },
	});
});

it('without business processes in the tariff their methods do not exist', async () => {
	portal.setLimits({ tariff: { bizproc: false } });
	const name = 'bizproc.activity.log';
	expect(await post(`${portal.webhookUrl}${name}`)).toMatchObject(refused(404, 'ERROR_METHOD_NOT_FOUND'));
	const { data } = await get(`${portal.webhookUrl}method.get?name=${name}`);
	expect(data.result).toEqual({ isExisting: false, isAvailable: false });
});

it('without REST in the tariff every call is refused', async () => {
	portal.setLimits({ tariff: { rest: false } });
	expect(await post(`${portal.webhookUrl}profile`)).toMatchObject({
		status: 401,
		data: { error_description: 'REST is available only on commercial plans.' },
	});
});

it('a session cookie spoils good credentials, any other cookie does not', async () => {
	const withCookie = async (Cookie: string) =>
		await post(`${portal.webhookUrl}profile`, {}, { headers: { Cookie } });
	expect(await withCookie('a=b; PHPSESSID=1')).toMatchObject(refused(401, 'authorization_error'));
	expect((await withCookie('theme=dark')).status).toBe(200);
	expect(portal.requests.map(({ cookies }) => cookies)).toEqual([true, true]);
});

it('notes how each request was authorized, and keeps credentials out of the parameters', async () => {
	const { access_token: token } = portal.oauth.issueTokens();
	await post(`${portal.webhookUrl}scope`);
	await post(`${portal.url}/rest/scope`, {}, bearer(token));
	await post(`${portal.url}/rest/scope`, { auth: token, full: '1' });
	await post(`${portal.url}/rest/scope`);
	expect(portal.requests).toMatchObject([
		{ authorization: 'webhook', commands: [{ method: 'scope', params: {} }] },
		{ authorization: 'bearer' },
		{ authorization: 'auth', commands: [{ params: { full: '1' } }] },
		{ authorization: 'none', commands: [{ error: 'NO_AUTH_FOUND' }] },
	]);
	expect(portal.requests[2].commands[0].params).not.toHaveProperty('auth');
});
