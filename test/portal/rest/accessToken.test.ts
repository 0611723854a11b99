import { get, post } from '../http/client';
import { type Portal, startPortal } from '../portal';

let portal: Portal;
beforeEach(async () => {
	portal = await startPortal();
});
afterEach(async () => await portal.stop());

const bearer = (token: string) => ({ headers: { Authorization: `Bearer ${token}` } });
const refused = (status: number, error: string) => ({ status, data: { error } });

describe('an access token', () => {
	it.each<[string, (url: string, token: string) => ReturnType<typeof post>]>([
		['in the header', async (url, token) => await post(url, {}, bearer(token))],
		['as auth in JSON', async (url, token) => await post(url, { auth: token })],
		['as auth in a form', async (url, token) => await post(url, `auth=${token}`)],
		['as auth in the query', async (url, token) => await get(`${url}?auth=${token}`)],
		['as access_token', async (url, token) => await post(url, { access_token: token })],
	])('lets in %s', async (_where, ask) => {
		const { access_token: token } = portal.oauth.issueTokens();
		expect((await ask(`${portal.url}/rest/app.info`, token)).data.result).toMatchObject({
			STATUS: 'L',
			INSTALLED: true,
		});
	});

	it('is looked for in the header, then auth, then access_token, then the webhook', async () => {
		const { access_token: good } = portal.oauth.issueTokens();
		const url = `${portal.webhookUrl}profile`;
		const denied = refused(401, 'invalid_token');
		expect(await post(url, { auth: good }, bearer('x'))).toMatchObject(denied);
		expect(await post(url, { auth: 'x', access_token: good })).toMatchObject(denied);
		expect(await post(url, { access_token: 'x' })).toMatchObject(denied);
		expect((await post(url, { auth: 'x' }, bearer(good))).status).toBe(200);
	});

	it('is expired_token in the documented words once expired', async () => {
		const { access_token: token } = portal.oauth.issueTokens();
		portal.oauth.expireAccessTokens();
		expect(await post(`${portal.url}/rest/profile`, {}, bearer(token))).toMatchObject({
			status: 401,
			data: {
				error: 'expired_token',
				error_description: 'The access token provided has expired',
			},
		});
	});

	it('without the scope is insufficient_scope, in the words for tokens', async () => {
		const { access_token: token } = portal.oauth.issueTokens();
		portal.setLimits({ scope: [] });
		expect(await post(`${portal.url}/rest/bizproc.activity.log`, {}, bearer(token))).toMatchObject({
			status: 401,
			data: {
				error: 'insufficient_scope',
				error_description: 'The request requires higher privileges than provided by the access token',
			},
		});
	});
});
