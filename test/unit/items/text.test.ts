import { toText, trim, utf8Bytes } from '../../../nodes/items/text';

describe('A value as text', () => {
	it.each([
		['text', ' as it is \n', ' as it is \n'],
		['zero', 0, '0'],
		['a number', 1.5, '1.5'],
		['a large whole number', 12345678901234567890n, '12345678901234567890'],
		['false', false, 'false'],
		['a list', [1, 'a'], '[1,"a"]'],
		['an object', { a: { b: 'ü' } }, '{"a":{"b":"ü"}}'],
		['a date', new Date(0), '1970-01-01T00:00:00.000Z'],
		['half a character', 'a\ud83d', 'a\ufffd'],
		['the other half of one', '\ude00|a', '\ufffd|a'],
		['two halves in the wrong order', '\ude00\ud83d', '\ufffd\ufffd'],
		['half a character beside a whole one', '😀\ud83d\ufeff', '😀\ufffd\ufeff'],
		['half a character in an object', { '\ud83d': ['\ude00'] }, '{"\\ud83d":["\\ude00"]}'],
		['a whole character', '😀', '😀'],
	])('is made of %s', (_what, value, text) => expect(toText(value)).toBe(text));

	it('does not exist for what has no text', () => {
		const endless: Record<string, unknown> = {};
		endless.self = endless;
		for (const value of [undefined, null, endless, () => 1, Symbol('x')])
			expect(toText(value)).toBeUndefined();
	});
});

describe('Trimming', () => {
	it('takes off spaces, line ends and what PHP takes off', () =>
		expect(trim('\u0000 \t\r\n\u00a0a b\u000b ')).toBe('a b'));

	it.each(['', ' ', '\0 \0', '\n'.repeat(9)])('leaves nothing of nothing else: %j', (text) =>
		expect(trim(text)).toBe(''),
	);

	it('leaves what is inside, however long', () => {
		const inside = `a${' \0'.repeat(100_000)}b`;
		expect(trim(` ${inside} `)).toBe(inside);
	});
});

describe('Bytes', () => {
	it('are counted as the portal’s database counts them', () => expect(utf8Bytes('aя😀')).toBe(7));
});
