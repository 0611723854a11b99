import { stringify } from 'qs';
import { type Answer, post } from '../http/client';
import { type Portal, type Stumble, startPortal } from '../portal';

let portal: Portal;
beforeEach(async () => {
	portal = await startPortal();
});
afterEach(async () => await portal.stop());

async function refresh(refresh_token: string, timeout = 0): Promise<Answer> {
	const { clientId: client_id, clientSecret: client_secret } = portal.oauth.application;
	const form = stringify({ client_id, client_secret, grant_type: 'refresh_token', refresh_token });
	return await post(`${portal.oauth.url}/oauth/token/`, form, { timeout });
}

it.each<[Stumble, number, unknown]>([
	[{ kind: 'html', status: 502 }, 502, expect.stringContaining('Bad Gateway')],
	[{ kind: 'html', status: 200 }, 200, expect.stringContaining('<html>')],
	[
		{ kind: 'refuse', status: 503, code: 'unavailable' },
		503,
		{ error: 'unavailable', error_description: '' },
	],
])(
	'the token endpoint answers %j, and the refresh token is as good as before',
	async (stumble, status, data) => {
		const { refresh_token } = portal.oauth.issueTokens();
		portal.oauth.stumble(stumble);
		expect(await refresh(refresh_token)).toMatchObject({ status, data });
		expect(portal.oauth.refreshes).toBe(0);
		expect((await refresh(refresh_token)).status).toBe(200);
		expect([portal.oauth.asked, portal.oauth.refreshes]).toEqual([2, 1]);
	},
);

it.each<[Stumble, string]>([
	[{ kind: 'dropBefore' }, 'ECONNRESET'],
	[{ kind: 'silence' }, 'ECONNABORTED'],
])('the token endpoint does not answer: %j', async (stumble, code) => {
	const { refresh_token } = portal.oauth.issueTokens();
	portal.oauth.stumble(stumble);
	await expect(refresh(refresh_token, 300)).rejects.toMatchObject({ code });
	expect((await refresh(refresh_token)).status).toBe(200);
});

it('stumbles as often as asked, and not after clear', async () => {
	const { refresh_token } = portal.oauth.issueTokens();
	portal.oauth.stumble({ kind: 'html', status: 502, times: 3 });
	expect([(await refresh(refresh_token)).status, (await refresh(refresh_token)).status]).toEqual([502, 502]);
	portal.clear();
	expect((await refresh(refresh_token)).status).toBe(200);
});

it('leaves the portal alone', async () => {
	portal.oauth.stumble({ kind: 'html', status: 502 });
	expect((await post(`${portal.webhookUrl}profile`)).status).toBe(200);
});
