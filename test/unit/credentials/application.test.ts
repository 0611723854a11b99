import { shownFields, valuesOf } from './form';

/** The form of the OAuth2 credential: what it shows, and which addresses n8n makes of it. */

const EVERYWHERE = ['clientId', 'clientSecret', 'portalUrl'];
const SERVER = { common: 'https://oauth.bitrix.info', own: 'https://oauth.bitrix24.tech' };

describe('The form', () => {
	it('says what to do in Bitrix24 as long as there is no id', () => {
		expect(shownFields({})).toEqual(['serverUrl', ...EVERYWHERE]);
	});

	it.each([
		['a portal of the cloud', 'https://acme.bitrix24.com', []],
		['one without https://', 'acme.bitrix24.ru', []],
		['a page of one', 'https://acme.bitrix24.com.br/company/personal/?a=1', []],
		['a portal of its own name', 'https://crm.acme.com', ['authorizationServer']],
		['one that only ends like the cloud', 'https://bitrix24.acme.com', ['authorizationServer']],
		['one with the cloud in its path', 'crm.acme.com/x.bitrix24.ru', ['authorizationServer']],
		[
			'a portal on this machine',
			'http://127.0.0.1:8080',
			['localAuthorizationServer', 'authorizationServer'],
		],
		['a portal in the network', '192.168.0.5', ['localAuthorizationServer', 'authorizationServer']],
		['one with a local name', 'http://crm.local/', ['localAuthorizationServer', 'authorizationServer']],
		['a public name that begins like a local one', 'http://localhostess.com', ['authorizationServer']],
		['a public number', 'http://172.32.0.1', ['authorizationServer']],
		[
			'an address pasted twice',
			'https://a.bitrix24.ruhttps://a.bitrix24.ru',
			['severalAddresses', 'authorizationServer'],
		],
		['two lines', 'a.bitrix24.ru a.bitrix24.ru', ['severalAddresses']],
	])('asks for no more than it needs to know: %s', (_what, portalUrl, more) => {
		expect(shownFields({ clientId: 'local.1', portalUrl })).toEqual([...EVERYWHERE, ...more]);
	});
});

describe('Connect goes', () => {
	it.each([
		['to the address as typed', 'https://acme.bitrix24.com', 'https://acme.bitrix24.com'],
		['to it without https://', 'acme.bitrix24.com', 'https://acme.bitrix24.com'],
		['to it without a page', ' https://acme.bitrix24.com/company/?x=1#y ', 'https://acme.bitrix24.com'],
		['to it with a port', 'http://127.0.0.1:8080/', 'http://127.0.0.1:8080'],
		['to one of two', 'https://a.bitrix24.ruhttps://a.bitrix24.ru', 'https://a.bitrix24.ru'],
		['to one of two with a slash', 'https://a.bitrix24.ru/https://a.bitrix24.ru/', 'https://a.bitrix24.ru'],
		['to one of two with a space', 'https://a.bitrix24.ru https://a.bitrix24.ru', 'https://a.bitrix24.ru'],
		['to one of two without https://', 'a.bitrix24.ru a.bitrix24.ru', 'https://a.bitrix24.ru'],
		['past signs that nobody sees', '\u200Bacme.bitrix24.ru\uFEFF', 'https://acme.bitrix24.ru'],
	])('%s', async (_what, portalUrl, origin) => {
		expect((await valuesOf({ portalUrl })).authUrl).toBe(`${origin}/oauth/authorize/`);
	});
});

describe('The authorization server', () => {
	it.each([
		['of a portal in Russia', { portalUrl: 'https://acme.bitrix24.ru' }, SERVER.own],
		['of one in Belarus', { portalUrl: 'acme.bitrix24.by/' }, SERVER.own],
		['of one in Kazakhstan', { portalUrl: 'acme.bitrix24.kz' }, SERVER.own],
		['of all others', { portalUrl: 'acme.bitrix24.com' }, SERVER.common],
		['of one in Brazil', { portalUrl: 'acme.bitrix24.com.br' }, SERVER.common],
		['of an own Russian name', { portalUrl: 'https://crm.acme.ru:8443/x' }, SERVER.own],
		['of an own name in Cyrillic', { portalUrl: 'https://компания.рф' }, SERVER.own],
		['that was chosen', { portalUrl: 'crm.acme.com', authorizationServer: SERVER.own }, SERVER.own],
		[
			'that the address tells better than a credential of an older version',
			{ portalUrl: 'acme.bitrix24.ru', authorizationServer: SERVER.common },
			SERVER.own,
		],
		[
			'of a portal on this machine',
			{ portalUrl: '127.0.0.1:8080', localAuthorizationServer: '127.0.0.1:8081' },
			'https://127.0.0.1:8081',
		],
		[
			'of a portal on this machine, with a slash at its end',
			{ portalUrl: 'http://127.0.0.1:8080', localAuthorizationServer: ' http://127.0.0.1:8081/ ' },
			'http://127.0.0.1:8081',
		],
		[
			'of all others, though one was typed for a local portal before',
			{ portalUrl: 'https://acme.bitrix24.com', localAuthorizationServer: 'http://127.0.0.1:8081' },
			SERVER.common,
		],
	])('is the one %s', async (_what, filled, server) => {
		expect((await valuesOf(filled)).accessTokenUrl).toBe(`${server}/oauth/token/`);
	});
});

it('The HTTP Request node may use the access at the portal only', async () => {
	expect(await valuesOf({ portalUrl: 'https://crm.acme.com:8443/x' })).toMatchObject({
		allowedHttpRequestDomains: 'domains',
		allowedDomains: 'crm.acme.com',
	});
});
