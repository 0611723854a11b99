import { readDeclaredFields } from '../../../nodes/items/declaredFields';
import { toProperties } from '../../../nodes/BizprocTrigger/reception/properties';

const typed = (type: string, posted: never, more: object = {}) =>
	toProperties({ a: posted }, readDeclaredFields({ field: [{ key: 'a', type, ...more }] })).a;

describe('A value of a step’s field', () => {
	it.each([
		['bool', 'Y', true],
		['bool', 'N', false],
		['bool', '1', true],
		['bool', '0', false],
		['bool', '', null],
		['bool', 'constructor', 'constructor'],
		['bool', '__proto__', '__proto__'],
		['int', '42', 42],
		['int', '-1', -1],
		['int', '0', 0],
		['int', '', null],
		['int', '9007199254740993', '9007199254740993'],
		['int', '1.5', '1.5'],
		['double', '1.5', 1.5],
		['double', '100|USD', '100|USD'],
		['double', ' ', null],
		['string', '42', '42'],
		['string', '', ''],
		['text', 'a\nb', 'a\nb'],
		['date', '2026-01-02', '2026-01-02'],
		['user', 'user_1', 'user_1'],
		['select', 'low', 'low'],
	])('of type %s is typed: %j', (type, posted, value) => expect(typed(type, posted as never)).toBe(value));

	it.each([
		['of several', ['1', '2'], [1, 2]],
		['of one', '1', [1]],
		['of none', '', []],
		['with gaps', { 0: '1', 2: '' }, [1, null]],
	])('that is multiple is a list %s', (_what, posted, value) =>
		expect(typed('int', posted as never, { multiple: true })).toEqual(value),
	);

	it('is a list too when the template holds several in a single field', () =>
		expect(typed('bool', ['Y', 'N'] as never)).toEqual([true, false]));
});

describe('The fields of a step', () => {
	const declared = readDeclaredFields({
		field: [
			{ key: 'text' },
			{ key: 'sum', type: 'double' },
			{ key: 'ok', type: 'bool' },
			{ key: 'tags', multiple: true },
		],
	});
	const empty = { text: '', sum: null, ok: null, tags: [] };

	it.each([[undefined], [''], [[] as string[]], [{}]])(
		'are all there when the portal leaves them out: %j',
		(posted) => expect(toProperties(posted, declared)).toEqual(empty),
	);

	it('have the names that n8n declares, whatever letters the portal uses', () =>
		expect(toProperties({ TEXT: 'x', Tags: ['y'] }, declared)).toEqual({ ...empty, text: 'x', tags: ['y'] }));

	it('are found once, the first of several that differ in upper and lower case', () =>
		expect(toProperties({ TEXT: 'x', text: 'y', Text: 'z' }, declared)).toEqual({ ...empty, text: 'x' }));

	it('keep what is no longer declared, as it came', () =>
		expect(toProperties({ text: 'x', old: { a: '1' } }, declared)).toEqual({
			...empty,
			text: 'x',
			old: { a: '1' },
		}));
});
