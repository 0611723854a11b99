import { stringify } from 'qs';
import { get, post } from '../http/client';
import { type Portal, startPortal } from '../portal';
import { Tokens } from './tokens';

let portal: Portal;
beforeEach(async () => {
	portal = await startPortal({ scope: ['crm', 'bizproc'] });
	portal.oauth.setRedirectUrl('https://n8n.example/callback');
});
afterEach(async () => await portal.stop());

const token = async (params: object, verb: 'GET' | 'POST' = 'POST') => {
	const { clientId, clientSecret } = portal.oauth.application;
	const form = stringify({ client_id: clientId, client_secret: clientSecret, ...params });
	const url = `${portal.oauth.url}/oauth/token/`;
	return verb === 'POST' ? await post(url, form) : await get(`${url}?${form}`);
};

/** The user presses Allow. */
const codeOf = async () => {
	const { clientId } = portal.oauth.application;
	const { headers } = await post(`${portal.url}/oauth/authorize/?client_id=${clientId}`);
	return new URL(headers.location as string).searchParams.get('code')!;
};

describe('the token endpoint', () => {
	it.each(['GET', 'POST'] as const)('exchanges a code by %s for the documented answer', async (verb) => {
		const { status, data } = await token({ grant_type: 'authorization_code', code: await codeOf() }, verb);
		expect(status).toBe(200);
		expect(data).toEqual({
			access_token: expect.any(String),
			refresh_token: expect.any(String),
			expires_in: 3600,
			expires: expect.any(Number),
			client_endpoint: `${portal.url}/rest/`,
			server_endpoint: `${portal.oauth.url}/rest/`,
			domain: new URL(portal.oauth.url).host,
			member_id: portal.memberId,
			scope: 'crm,bizproc',
			status: 'L',
			user_id: 1,
		});
		const answer = await post(`${data.client_endpoint}profile`, { auth: data.access_token });
		expect(answer.status).toBe(200);
	});

	it('takes a code once', async () => {
		const code = await codeOf();
		await token({ grant_type: 'authorization_code', code });
		expect(await token({ grant_type: 'authorization_code', code })).toMatchObject({
			status: 400,
			data: { error: 'invalid_grant' },
		});
	});

	it('takes a code for 30 seconds', () => {
		let now = 0;
		const rules = { scope: [], accessTokenSeconds: 3600 } as never;
		const tokens = new Tokens(rules, '', { portal: '', authorizationServer: '' }, () => now);
		const [early, late] = [tokens.issueCode(), tokens.issueCode()];
		now = 29_999;
		expect(tokens.useCode(early)).toBe(true);
		now = 30_000;
		expect(tokens.useCode(late)).toBe(false);
	});

	it('rotates refresh tokens: the next one is good, the old one invalid_grant', async () => {
		const first = portal.oauth.issueTokens();
		const refresh = async (refreshToken: string) =>
			await token({ grant_type: 'refresh_token', refresh_token: refreshToken });
		const second = await refresh(first.refresh_token);
		expect(second.data.refresh_token).not.toBe(first.refresh_token);
		expect(portal.oauth.lastRefreshToken).toBe(second.data.refresh_token);
		expect(await refresh(first.refresh_token)).toMatchObject({
			status: 400,
			data: { error: 'invalid_grant' },
		});
		expect((await refresh(second.data.refresh_token)).status).toBe(200);
		expect(portal.oauth.refreshes).toBe(2);
	});

	it('refuses every refresh token once access is revoked', async () => {
		const { refresh_token: refreshToken } = portal.oauth.issueTokens();
		portal.oauth.revoke();
		expect(await token({ grant_type: 'refresh_token', refresh_token: refreshToken })).toMatchObject({
			status: 400,
			data: { error: 'invalid_grant' },
		});
	});

	it('answers wrong_client with HTTP 200, as often as asked', async () => {
		const { refresh_token: refreshToken } = portal.oauth.issueTokens();
		portal.oauth.answerWrongClient();
		const params = { grant_type: 'refresh_token', refresh_token: refreshToken };
		expect(await token(params)).toMatchObject({ status: 200, data: { error: 'wrong_client' } });
		expect((await token(params)).data).toHaveProperty('access_token');
	});

	it.each([
		[{ client_secret: 'wrong' }, 'invalid_client'],
		[{ client_id: 'wrong' }, 'invalid_client'],
		[{ grant_type: 'password' }, 'invalid_request'],
		[{ grant_type: 'authorization_code', code: 'wrong' }, 'invalid_grant'],
	])('answers %j with %s', async (params, error) => {
		expect(await token(params)).toMatchObject({ status: 400, data: { error } });
	});
});

it('access tokens expire after their seconds', () => {
	let now = 0;
	const rules = { scope: [], accessTokenSeconds: 10 } as never;
	const origins = { portal: 'http://a', authorizationServer: 'http://b' };
	const tokens = new Tokens(rules, '', origins, () => now);
	const { access_token: accessToken } = tokens.issue();
	now = 9_999;
	expect(tokens.stateOf(accessToken)).toBe('good');
	now = 10_000;
	expect(tokens.stateOf(accessToken)).toBe('expired');
	expect(tokens.stateOf('another')).toBe('unknown');
});
