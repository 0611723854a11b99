import { parse } from 'qs';
import { MAX_INPUT_VARS, parseStr } from './parseStr';

const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** Queries that PHP and qs read alike. The readings here and below were taken from PHP 8.2. */
const ALIKE: Array<[query: string, reading: object]> = [
	['a=1&b=2', { a: '1', b: '2' }],
	['a[b]=1', { a: { b: '1' } }],
	['a%5Bb%5D=1', { a: { b: '1' } }],
	['a[b][c d]=1', { a: { b: { 'c d': '1' } } }],
	['a', { a: '' }],
	['a=b=c', { a: 'b=c' }],
	['a=x+y%20z%2B', { a: 'x y z+' }],
	['a=%F0%9F%98%80%D7%A9', { a: '😀ש' }],
	['&&a=1', { a: '1' }],
	['a;b=1', { 'a;b': '1' }],
	['a=1&A=2', { a: '1', A: '2' }],
	['a[b]=c]=d', { a: { b: 'c]=d' } }],
	['a[b]c=1', { a: { b: '1' } }],
	['a[b c.d].e=1', { a: { 'b c.d': '1' } }],
	['a[b.c]=1', { a: { 'b.c': '1' } }],
];

/** Queries that PHP reads its own way, and what plain qs would make of them. */
const DIFFERENT: Array<[query: string, php: object]> = [
	['a=1&a=2', { a: '2' }],
	['a.b=1', { a_b: '1' }],
	['a b=1', { a_b: '1' }],
	['+a=1', { a: '1' }],
	['a=b]=c', { a: 'b]=c' }],
	['a[b.c=1', { a_b_c: '1' }],
	['a[=1', { a_: '1' }],
	['[a]=1', {}],
	['a[]=1&a[]=2', { a: { '0': '1', '1': '2' } }],
	['a[ ]=1', { a: { '0': '1' } }],
	['a[][x]=1&a[][y]=2', { a: { '0': { x: '1' }, '1': { y: '2' } } }],
	['a[5]=x&a[]=y', { a: { '5': 'x', '6': 'y' } }],
	['a[-3]=x&a[]=y', { a: { '-3': 'x', '-2': 'y' } }],
	['a=1&a[b]=2', { a: { b: '2' } }],
	['a[b]=1&a=2', { a: '2' }],
	['a[x][y]=1&a[x]=2', { a: { x: '2' } }],
	['a=100%&b=%zz%41', { a: '100%', b: '%zzA' }],
	['a=%ff', { a: '\ufffd' }],
	['a%00b=1', { a: '1' }],
	['hasOwnProperty=1', { hasOwnProperty: '1' }],
];

describe('parse_str', () => {
	it.each(ALIKE)('reads %s as qs does', (query, reading) => {
		expect(asJson(parseStr(query))).toEqual(reading);
		expect(asJson(parse(query))).toEqual(reading);
	});

	it.each(DIFFERENT)('reads %s as PHP does, not as qs does', (query, php) => {
		expect(asJson(parseStr(query))).toEqual(php);
		expect(asJson(parse(query))).not.toEqual(php);
	});

	it('starts counting anew when a text came between two lists', () => {
		expect(asJson(parseStr('a[]=1&a=2&a[]=3'))).toEqual({ a: { '0': '3' } });
	});

	it('drops what exceeds max_input_vars', () => {
		const query = Array.from({ length: MAX_INPUT_VARS + 5 }, (_, index) => `v${index}=1`).join('&');
		expect(Object.keys(parseStr(query))).toHaveLength(MAX_INPUT_VARS);
	});
});
