import { substitute } from './substitution';

const state = () => ({
	result: { i0: true, name: 'Anna', count: 7, list: ['x', 'y'], word: 'né' },
	error: { i3: { error: '404', error_description: 'gone' } },
	time: { i0: { duration: 0.25 } },
	next: {},
	total: {},
});

describe('a text that is nothing but a reference takes the value with its type', () => {
	it.each<[string, unknown]>([
		['$result[i0]', true],
		['$result[count]', 7],
		['$result[name]', 'Anna'],
		['$result[list]', ['x', 'y']],
		['$result[list][1]', 'y'],
		['$result[list][length]', ['x', 'y']],
		['$result[i0][deeper]', true],
		['$next[i0]', {}],
		['$RESULT[name]', null],
		['$resulting[name]', 'Anna'],
		['$timeout[i0][duration]', 0.25],
		['$result[name][0]', 'A'],
		['$result[name][-1]', 'a'],
		['$result[name][9]', 'Anna'],
		['$error[i3][error_description]!?', 'gone'],
		['$result[name]\u00a0and[more]', 'Anna'],
	])('%s', (text, value) => {
		expect(substitute(text, state())).toEqual(value);
	});

	it('an unknown first key gives the whole map', () => {
		expect(substitute('$error[nobody]', state())).toEqual(state().error);
	});
});

describe('inside a longer text only numbers and texts are put in', () => {
	it.each([
		['Took $time[i0][duration] s', 'Took 0.25 s'],
		['Hello $result[name] and $result[count] more', 'Hello Anna and 7 more'],
		['is $result[i0]', 'is $result[i0]'],
		['is $result[list]', 'is $result[list]'],
		['is $RESULT[name]', 'is $RESULT[name]'],
		['US$total=[5]', 'US$total=[5]'],
	])('%s becomes %s', (text, value) => {
		expect(substitute(text, state())).toBe(value);
	});

	it('what was put in is not read again', () => {
		const tricky = { ...state(), result: { a: '$result[b]', b: 'no' } };
		expect(substitute('see $result[a]', tricky)).toBe('see $result[b]');
	});
});

it.each(['$100', '$results', '$result []', '$result[]', 'result[i0]', '$ result[i0]', '$other[i0]'])(
	'%s is left alone',
	(text) => {
		expect(substitute(text, state())).toBe(text);
	},
);

it('nested values are reached, and nothing but texts is touched', () => {
	expect(substitute({ a: { b: '$result[count]' }, c: 5 }, state())).toEqual({ a: { b: 7 }, c: 5 });
});
