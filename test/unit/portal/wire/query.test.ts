import { parse } from 'qs';
import { readForm } from '../../../../nodes/portal/wire/form';
import { leavesOf, toQuery } from '../../../../nodes/portal/wire/query';

describe('The query of a command', () => {
	it('writes nested values in PHP’s brackets, each key and value encoded once', () => {
		expect(
			toQuery(leavesOf({ EVENT_TOKEN: 'w|a|e.s', RETURN_VALUES: { 'a&b': 'c d', list: ['1', '+'] } })),
		).toBe(
			'EVENT_TOKEN=w%7Ca%7Ce.s&RETURN_VALUES[a%26b]=c%20d&RETURN_VALUES[list][0]=1&RETURN_VALUES[list][1]=%2B',
		);
	});

	it('is read as it was meant, also with every sign that has a meaning in addresses', () => {
		const params = { a: '& + % %20 # = ; ? [ ] | 😀', b: { c: ['x=y', '', '[0]'], d: { e: 'f' } } };
		expect(parse(toQuery(leavesOf(params)), { depth: 9 })).toEqual(params);
		expect(readForm(toQuery(leavesOf(params)))).toEqual(params);
	});
});
