import { readNewOrigin, readPortalAddress, readWebhookAddress } from '../../../../nodes/portal/wire/address';

const WORD = 'abcdefgh12345678';
const BASE = `https://portal.bitrix24.com/rest/1/${WORD}/`;

describe('The address of an inbound webhook', () => {
	it.each([
		['as Bitrix24 shows it', BASE, BASE],
		['without the last slash', BASE.slice(0, -1), BASE],
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
		['the newer form with /rest/api/', `https://portal.bitrix24.com/rest/api/1/${WORD}/`, BASE],
		['the newer form with a method', `https://portal.bitrix24.com/rest/api/1/${WORD}/profile`, BASE],
	])('is read %s', (_how, pasted, base) => {
		expect(readWebhookAddress(pasted)).toEqual({ base });
	});

	it.each([
		['nothing', '', /empty/],
		['no text', undefined, /empty/],
		['the secret alone', WORD, /not a web address/],
		['no protocol', `portal.bitrix24.com/rest/1/${WORD}/`, /not a web address/],
		['another protocol', `ftp://portal.bitrix24.com/rest/1/${WORD}/`, /not a web address/],
		[
			'a name and password in front',
			`https://me:pass@portal.bitrix24.com/rest/1/${WORD}/`,
			/not a web address/,
		],
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
		expect(reason).toMatch(words);
		expect(reason).not.toContain(WORD);
	});
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

	it('is missing, in words, when nothing was typed', () => {
		expect(readPortalAddress('', undefined).reason).toMatch(/Portal URL/);
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
	])('%s', (_what, location, origin) => {
		expect(readNewOrigin(from, location)).toBe(origin);
	});
});
