import { readForm } from '../../../../nodes/portal/wire/form';

describe('A form as PHP writes it', () => {
	it.each([
		['texts', 'a=1&b=x', { a: '1', b: 'x' }],
		['signs that were encoded', 'a=%D0%96%20%2B+%26&b%5Bc%5D=%5B', { a: 'Ж + &', b: { c: '[' } }],
		['a map', 'p[a]=1&p[b][c]=2', { p: { a: '1', b: { c: '2' } } }],
		['a list, in order', 'l[0]=a&l[1]=b&l[2]=c', { l: ['a', 'b', 'c'] }],
		['a list without numbers', 'l[]=a&l[]=b', { l: ['a', 'b'] }],
		['a list with a gap, which is a map', 'l[0]=a&l[2]=c', { l: { 0: 'a', 2: 'c' } }],
		['a list of maps', 'l[0][x]=1&l[1][x]=2', { l: [{ x: '1' }, { x: '2' }] }],
		['names with points, which belong to the name', 'p[a.b]=1', { p: { 'a.b': '1' } }],
		['the later of two, also of another shape', 'a=1&a=2&b=1&b[c]=2', { a: '2', b: { c: '2' } }],
		['an open bracket, which is none', 'a[b=1&[c]=2', { 'a[b': '1', '[c]': '2' }],
		['a key whose brackets hold another', 'a[b[c]=1', { a: { 'b[c': '1' } }],
		['what follows the brackets, which is dropped', 'a[b]x[c]=1', { a: { b: '1' } }],
		['a second bracket that is not closed', 'a[b][c=1', { a: { b: '1' } }],
		['nothing', '', {}],
	])('is read with %s', (_what, body, fields) => expect(readForm(body)).toEqual(fields));

	it('keeps more than the thousand fields at which n8n stops', () => {
		const body = Array.from({ length: 1500 }, (_, index) => `p[l][${index}]=${index}`).join('&');
		expect((readForm(body) as { p: { l: string[] } }).p.l).toHaveLength(1500);
	});
});

describe('A hostile form', () => {
	it.each([
		'__proto__[x]=1',
		'a[__proto__][x]=1',
		'constructor[prototype][x]=1',
		'a[constructor][prototype][x]=1',
		'prototype=1',
	])('reaches no object’s machinery: %s', (body) => {
		const form = readForm(`${body}&ok=1`);
		expect(JSON.stringify(form)).toBe('{"ok":"1"}');
		expect(({} as Record<string, unknown>).x).toBeUndefined();
	});

	it('cannot nest without end', () => {
		expect(readForm(`a${'[b]'.repeat(100_000)}=1&ok=1`)).toEqual({ ok: '1' });
	});

	it('cannot keep n8n busy by brackets that nobody closes', () => {
		const name = `a${'['.repeat(1_000_000)}`;
		expect(readForm(`${name}=1&ok=1`)).toEqual({ [name]: '1', ok: '1' });
	});

	it('cannot make a long list out of one field', () => {
		expect(readForm('a[4294967294]=1')).toEqual({ a: { 4294967294: '1' } });
	});

	it('is not read at all when it has more fields than the portal ever posts', () => {
		expect(readForm('a=1&'.repeat(100_001))).toBeUndefined();
	});
});
