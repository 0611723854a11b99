import { secretsIn, withoutSecrets } from '../../../../nodes/portal/wire/secrets';

const WORD = 'abcdefgh12345678';

describe('The secret of a webhook', () => {
	it.each([
		['as Bitrix24 shows it', `https://a.example/rest/1/${WORD}/`],
		['with a method', `https://a.example/rest/1/${WORD}/profile.json`],
		['of the newer form', `https://a.example/rest/api/1/${WORD}/`],
		['of a portal in a folder', `https://a.example/b24/rest/admin/${WORD}`],
		['with an invisible space in its middle', `https://a.example/rest/1/abcdefgh\u200b12345678/`],
		['with backslashes', `https:\\\\a.example\\rest\\1\\${WORD}\\`],
	])('is found in an address %s', (_how, webhookSecret) =>
		expect(secretsIn({ webhookSecret })).toEqual([WORD]),
	);

	it.each([undefined, '', 7, 'https://a.example/'])('is not found where there is none: %j', (webhookSecret) =>
		expect(secretsIn({ webhookSecret } as never)).toEqual([]),
	);
});

describe('The portal’s words', () => {
	it.each([
		['a secret that is known', `${WORD} is unknown`, '*** is unknown'],
		[
			'the address of a webhook',
			'see https://a.example/rest/7/xyz/ there',
			'see https://a.example/rest/***/ there',
		],
		['a token by its name', '{"access_token": "xyz", "a": 1}', '{"access_token": "***", "a": 1}'],
		['a token in an address', '?auth=xyz&a=1', '?auth=***&a=1'],
		['a token of a header', 'Authorization: Bearer xyz', 'Authorization: Bearer ***'],
	])('lose %s', (_what, words, clean) => expect(withoutSecrets(words, [WORD])).toBe(clean));
});
