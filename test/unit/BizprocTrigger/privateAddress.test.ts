import { doubtOf, isPrivateHost } from '../../../nodes/BizprocTrigger/step/privateAddress';

const hostOf = (address: string) => new URL(address).hostname;

it.each([
	'http://localhost:5678/',
	'http://127.0.0.1/',
	'http://127.1/',
	'http://0x7f000001/',
	'http://10.1.2.3/',
	'http://172.16.0.1/',
	'http://172.31.255.255/',
	'http://192.168.0.1/',
	'http://169.254.1.1/',
	'http://100.64.0.1/',
	'http://[::1]/',
	'http://[fd00::1]/',
	'http://n8n.local/',
	'http://n8n.internal/',
	'http://N8N.LAN/',
])('%s is of a private network', (address) => expect(isPrivateHost(hostOf(address))).toBe(true));

it.each([
	'http://n8n.example.com/',
	'http://172.32.0.1/',
	'http://192.169.0.1/',
	'http://100.128.0.1/',
	'http://11.0.0.1/',
	'http://10.example.com/',
	'http://127.0.0.1.example.com/',
	'http://[2001:db8::1]/',
	'http://local.example.com/',
])('%s is not', (address) => expect(isPrivateHost(hostOf(address))).toBe(false));

const N8N = new URL('http://192.168.1.5:5678/webhook/uuid/bitrix24');

it.each(['https://a.bitrix24.com/rest/', 'https://a.bitrix24.ru/rest/', 'https://a.bitrix24.com.br/rest/'])(
	'Of %s nobody can post to a private address',
	(portal) =>
		expect(doubtOf(N8N, new URL(portal))?.mistake?.happened).toBe(
			'Bitrix24 cannot post to n8n at http://192.168.1.5:5678',
		),
);

it('Of a portal of its own nobody knows', () => {
	expect(doubtOf(N8N, new URL('https://portal.example.com/rest/'))?.warning).toMatch(
		/give n8n a public address/,
	);
});

it('A portal in a private network may post there, and any portal to a public address', () => {
	expect(doubtOf(N8N, new URL('http://portal.local/rest/'))).toBeUndefined();
	expect(doubtOf(new URL('https://n8n.example.com/'), new URL('https://a.bitrix24.com/'))).toBeUndefined();
});
