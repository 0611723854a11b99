import { parse } from 'qs';
import { readForm } from '../../../../nodes/portal/wire/form';
import type { Param } from '../../../../nodes/portal/command';
import { toQuery } from '../../../../nodes/portal/wire/query';

const textOf = (params: Record<string, Param>) => toQuery(params, () => {}).text;

describe('The query of a command', () => {
	it('writes nested values in PHP’s brackets, each key and value encoded once', () => {
		expect(textOf({ EVENT_TOKEN: 'w|a|e.s', RETURN_VALUES: { 'a&b': 'c d', list: ['1', '+'] } })).toBe(
			'EVENT_TOKEN=w%7Ca%7Ce.s&RETURN_VALUES[a%26b]=c%20d&RETURN_VALUES[list][0]=1&RETURN_VALUES[list][1]=%2B',
		);
	});

	it('is read as it was meant, also with every sign that has a meaning in addresses', () => {
		const params = { a: '& + % %20 # = ; ? [ ] | 😀', b: { c: ['x=y', '', '[0]'], d: { e: 'f' } } };
		expect(parse(textOf(params), { depth: 9 })).toEqual(params);
		expect(readForm(textOf(params))).toEqual(params);
	});

	it.each(['\ud83d', '\ude00', 'a\ud83d|b', '\ude00\ud83d', '😀\ud83d'])(
		'is written whatever the text, with a replacement for half a character: %j',
		(text) => {
			const whole = text.replace(/\p{Surrogate}/gu, '\ufffd');
			const read = readForm(textOf({ [`n${text}`]: { [text]: [text] } }));
			expect(read).toEqual({ [`n${whole}`]: { [whole]: [whole] } });
		},
	);
});
