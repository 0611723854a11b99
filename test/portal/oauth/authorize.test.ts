import { stringify } from 'qs';
import { get, post } from '../http/client';
import { type Portal, startPortal } from '../portal';

let portal: Portal;
beforeEach(async () => {
	portal = await startPortal({ scope: ['crm', 'bizproc'] });
	portal.oauth.setRedirectUrl('https://n8n.example/rest/oauth2-credential/callback?kept=1');
});
afterEach(async () => await portal.stop());

const authorizeUrl = (clientId: string) =>
	`${portal.url}/oauth/authorize/?${stringify({
		client_id: clientId,
		state: 'a state/with=signs',
		redirect_uri: 'https://evil.example/',
		response_type: 'code',
		scope: 'everything',
	})}`;

/** The user presses Allow; resolves to where the browser is sent. */
const allow = async () => {
	const { status, headers } = await post(authorizeUrl(portal.oauth.application.clientId));
	expect(status).toBe(302);
	return new URL(headers.location as string);
};

describe('the authorize page', () => {
	it('names the application and asks', async () => {
		const { status, data } = await get(authorizeUrl(portal.oauth.application.clientId));
		expect(status).toBe(200);
		expect(data).toContain(portal.oauth.application.clientId);
		expect(data).toMatch(/<form method="post" action="[^"]+">.*Allow/s);
	});

	it('leads back to itself through the address in its form', async () => {
		const { data } = await get(authorizeUrl(portal.oauth.application.clientId));
		const action = /action="([^"]+)"/.exec(data)![1].replaceAll('&amp;', '&');
		expect((await post(`${portal.url}${action}`)).status).toBe(302);
	});

	it('sends the browser to the address of the settings, whatever redirect_uri says', async () => {
		const target = await allow();
		expect(target.origin + target.pathname).toBe('https://n8n.example/rest/oauth2-credential/callback');
		expect(Object.fromEntries(target.searchParams)).toEqual({
			kept: '1',
			code: expect.stringMatching(/^\w{32}$/),
			state: 'a state/with=signs',
			domain: new URL(portal.url).host,
			member_id: portal.memberId,
			scope: 'crm,bizproc',
			server_domain: new URL(portal.oauth.url).host,
		});
	});

	it('shows an error and sends nobody anywhere for an unknown application', async () => {
		const { status, headers, data } = await post(authorizeUrl('local.unknown'));
		expect(status).toBe(400);
		expect(headers).not.toHaveProperty('location');
		expect(data).toContain('client_id');
	});
});
