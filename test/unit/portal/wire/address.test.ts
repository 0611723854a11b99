import { Bitrix24WebhookApi } from '../../../../credentials/Bitrix24WebhookApi.credentials';
import { sentence } from '../../../../nodes/portal/answers/connection';
import { readNewOrigin, readPortalAddress, readWebhookAddress } from '../../../../nodes/portal/wire/address';

const WORD = 'abcdefgh12345678';
const BASE = `https://portal.bitrix24.com/rest/1/${WORD}/`;

describe('The address of an inbound webhook', () => {
	it.each([
		['as Bitrix24 shows it', BASE, BASE],
		['without the last slash', BASE.slice(0, -1), BASE],
		['without https://', BASE.slice(8), BASE],
		[
			'without https://, with an own port',
			`crm.local:8080/rest/1/${WORD}`,
			`https://crm.local:8080/rest/1/${WORD}/`,
		],
		[
			'without http://, of this machine',
			`localhost:8080/rest/1/${WORD}`,
			`https://localhost:8080/rest/1/${WORD}/`,
		],
		['with spaces and a line end', `  ${BASE}\n`, BASE],
		['with a method', `${BASE}profile`, BASE],
		['with a method and .json', `${BASE}bizproc.activity.log.json`, BASE],
		['with .json after the secret', `${BASE.slice(0, -1)}.json`, BASE],
		['with an invisible space from a web page', `${BASE}\u200b`, BASE],
		['with a method and a slash', `${BASE}profile/`, BASE],
		['with a question mark and parameters', `${BASE}profile.json?x=1`, BASE],
		[
			'http of a self-hosted portal',
			`http://192.168.0.5/rest/7/${WORD}/`,
			`http://192.168.0.5/rest/7/${WORD}/`,
		],
		['an own port', `http://crm.local:8080/rest/1/${WORD}`, `http://crm.local:8080/rest/1/${WORD}/`],
		[
			'a portal in a folder',
			`https://corp.example/b24/rest/1/${WORD}/`,
			`https://corp.example/b24/rest/1/${WORD}/`,
		],
		[
			'a login in place of the user number',
			`https://corp.example/rest/admin/${WORD}/`,
			`https://corp.example/rest/admin/${WORD}/`,
		],
		['with signs around it that nobody sees', `\u0001\u0000${BASE}\u0000`, BASE],
		['with backslashes', BASE.replaceAll('/', '\\'), BASE],
		[
			'with a folder named rest',
			`https://a.example/rest/rest/1/${WORD}/`,
			`https://a.example/rest/rest/1/${WORD}/`,
		],
		['the newer form with /rest/api/', `https://portal.bitrix24.com/rest/api/1/${WORD}/`, BASE],
		['the newer form with a method', `https://portal.bitrix24.com/rest/api/1/${WORD}/profile`, BASE],
	])('is read %s', (_how, pasted, base) => {
		expect(readWebhookAddress(pasted)).toEqual({ base });
	});

	it.each([
		['nothing', '', /empty/],
		['no text', undefined, /empty/],
		['the secret alone', WORD, /not the address of an inbound webhook/],
		['another protocol', `ftp://portal.bitrix24.com/rest/1/${WORD}/`, /not a web address/],
		[
			'a name and password in front',
			`https://me:pass@portal.bitrix24.com/rest/1/${WORD}/`,
			/not a web address/,
		],
		['pasted twice', BASE + BASE, /more than one address/],
		['pasted twice without the last slash', BASE.slice(0, -1).repeat(2), /more than one address/],
		['pasted twice with a line break between', `${BASE}\n${BASE}`, /more than one address/],
		['pasted twice with a line end of Windows between', `${BASE}\r\n${BASE}`, /more than one address/],
		['pasted twice with a tab between', `${BASE}\t${BASE}`, /more than one address/],
		['pasted twice with a space between', `${BASE} ${BASE}`, /more than one address/],
		['pasted twice with an invisible space between', `${BASE}\u200b${BASE}`, /more than one address/],
		['pasted twice, the second time in a query', `${BASE}profile?x=${BASE}`, /more than one address/],
		['pasted twice in capitals', `${BASE}${BASE.toUpperCase()}`, /more than one address/],
		['pasted twice, both without https://', BASE.slice(8).repeat(2), /more than one address/],
		['pasted twice without https://', `${BASE}${BASE.slice(8)}`, /more than one address/],
		[
			'pasted twice without https://, of a portal with a hyphen',
			`https://my-portal.example/rest/1/${WORD}/my-portal.example/rest/1/${WORD}`,
			/more than one address/,
		],
		['two different ones', `${BASE}http://other.example/rest/7/${WORD}/`, /more than one address/],
		['two with a comma between', `${BASE},${BASE}`, /more than one address/],
		['the second one without https://', `${BASE}\n${BASE.slice(8)}`, /a space or a line break/],
		['a line break in its middle', BASE.replace('/1/', '/1/\n'), /a space or a line break/],
		['a line end of Windows in its middle', BASE.replace('/1/', '/1\r\n/'), /a space or a line break/],
		['a tab in its host', BASE.replace('portal', 'por\ttal'), /a space or a line break/],
		['a line break in its protocol', BASE.replace('ttps', '\nttps'), /a space or a line break/],
		['a space in its middle', BASE.replace('/1/', '/1/ '), /a space or a line break/],
		[
			'a space that does not break, in its middle',
			BASE.replace('/1/', '/1\u00a0/'),
			/a space or a line break/,
		],
		['a null byte in its middle', BASE.replace('/1/', '/1/\0'), /a space or a line break/],
		['text in front', `Webhook: ${BASE}`, /a space or a line break/],
		['text in front without a space', `webhook:${BASE}`, /not a web address/],
		['text behind', `${BASE} (mine)`, /a space or a line break/],
		['text behind on the next line', `${BASE}\nmine`, /a space or a line break/],
		['signs behind', `${BASE}>`, /not the address of an inbound webhook/],
		['quotation marks around it', `"${BASE}"`, /not the address of an inbound webhook/],
		['angle brackets around it', `<${BASE}>`, /not a web address/],
		['more than any address', `${BASE}${'a'.repeat(3000)}`, /not a web address/],
		['the portal alone', 'https://portal.bitrix24.com/', /not the address of an inbound webhook/],
		['no secret', 'https://portal.bitrix24.com/rest/1/', /not the address of an inbound webhook/],
		[
			'a page of the portal',
			'https://portal.bitrix24.com/devops/list/',
			/not the address of an inbound webhook/,
		],
	])('is refused with a sentence without the secret: %s', (_what, pasted, words) => {
		const { base, reason } = readWebhookAddress(pasted);
		expect(base).toBeUndefined();
		expect(reason?.happened).toMatch(words);
		expect(sentence(reason!)).not.toContain(WORD);
	});
});

describe('The webhook credential', () => {
	const sign = async (webhookSecret: string) =>
		await new Bitrix24WebhookApi().authenticate({ webhookSecret }, { url: 'method.get' });

	it('sends to the address that was pasted', async () =>
		expect((await sign(` ${BASE}\n`)).url).toBe(`${BASE}method.get`));

	it.each([
		['twice', BASE + BASE, /holds more than one address\. Copy it from Bitrix24/],
		['twice with a line break between', `${BASE}\n${BASE}`, /holds more than one address\. Copy it/],
		['with a line break in it', BASE.replace('/1/', '/1\n/'), /holds a space or a line break\. Copy it/],
	])(
		'sends nothing, and tells why without its content, when it was pasted %s',
		async (_how, pasted, words) => {
			const { message } = (await sign(pasted).catch((error: Error) => error)) as Error;
			expect(message).toMatch(words);
			expect(message).not.toContain(WORD);
		},
	);
});

describe('The address of a portal connected by OAuth2', () => {
	it.each([
		[
			'the endpoint that the token answer gave',
			'https://typed.example',
			'https://real.example/rest/',
			'https://real.example/rest/',
		],
		['else the portal typed', 'https://typed.example', undefined, 'https://typed.example/rest/'],
		[
			'typed with a path and a slash',
			' https://typed.example/company/ ',
			undefined,
			'https://typed.example/rest/',
		],
		['typed without a protocol', 'typed.example', '', 'https://typed.example/rest/'],
		['of a self-hosted portal', 'http://10.0.0.1:8080', undefined, 'http://10.0.0.1:8080/rest/'],
	])('is %s', (_what, portalUrl, endpoint, base) => {
		expect(readPortalAddress(portalUrl, endpoint)).toEqual({ base });
	});

	it.each([
		['a page of it whose address holds another', 'https://a.example/go?to=https://b.example/'],
		['a page of it', 'https://a.example/crm/deal/#/list'],
		['with signs around it that nobody sees', '\u200b\0https://a.example/\0\n'],
	])('may be typed as %s', (_how, typed) =>
		expect(readPortalAddress(typed)).toEqual({ base: 'https://a.example/rest/' }),
	);

	it.each([
		['nothing', '', /not a web address/],
		['no text', 7, /not a web address/],
		['twice', 'https://a.examplehttps://a.example', /more than one address/],
		['twice with a slash', 'https://a.example/https://a.example/', /more than one address/],
		['twice with a line break between', 'https://a.example\nhttps://a.example', /more than one address/],
		['twice with a space between', 'https://a.example/ https://a.example/', /more than one address/],
		['twice without https://, with a line break between', 'a.example\na.example', /a space or a line break/],
		['twice without https://, with a tab between', 'a.example\ta.example', /a space or a line break/],
		['two different ones', 'https://a.example/,http://b.example', /more than one address/],
		['with a line break in it', 'https://a.exa\nmple', /a space or a line break/],
		['with a space behind its query', 'https://a.example/?x a.example', /a space or a line break/],
		['with text in front', 'My portal: https://a.example', /a space or a line break/],
		['with another protocol', 'ftp://a.example', /not a web address/],
		['with a name and password in front', 'https://me:pass@a.example', /not a web address/],
		['longer than any address', `https://${'a'.repeat(3000)}.example`, /not a web address/],
	])('is refused, in words, when it was typed %s', (_how, typed, words) => {
		const { base, reason } = readPortalAddress(typed);
		expect(base).toBeUndefined();
		expect(reason?.happened).toMatch(/^The Portal URL /);
		expect(reason?.happened).toMatch(words);
		expect(sentence(reason!)).not.toMatch(/a\.exa/);
	});

	it('is read from what was typed where the endpoint is no single address', () => {
		const endpoint = 'https://real.example/rest/\nhttps://real.example/rest/';
		expect(readPortalAddress('a.example', endpoint)).toEqual({ base: 'https://a.example/rest/' });
	});
});

describe('A redirect', () => {
	const from = 'http://old.example/rest/1/secret/bizproc.activity.log';
	it.each([
		[
			'to the same path at another https address is the portal renamed',
			'https://new.example/rest/1/secret/bizproc.activity.log',
			'https://new.example',
		],
		[
			'from http to https too',
			'https://old.example/rest/1/secret/bizproc.activity.log',
			'https://old.example',
		],
		[
			'to an unencrypted address is not followed',
			'http://new.example/rest/1/secret/bizproc.activity.log',
			undefined,
		],
		['to another path is not followed', 'https://new.example/auth/', undefined],
		['to a path of the same portal is not followed', '/auth/', undefined],
		['without a target is not followed', undefined, undefined],
		[
			'to a target longer than any address is not followed',
			`https://${'a'.repeat(3000)}.example/rest/1/secret/bizproc.activity.log`,
			undefined,
		],
	])('%s', (_what, location, origin) => {
		expect(readNewOrigin(from, location)).toBe(origin);
	});
});
