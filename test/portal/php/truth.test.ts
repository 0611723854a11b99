import { isEmpty, trim } from './truth';

it.each([undefined, null, '', '0', 0, -0, false, [], {}])('empty() is true for %j', (value) => {
	expect(isEmpty(value)).toBe(true);
});

it.each(['0.0', '00', ' 0', ' ', '\n', 'false', 'N', 5, 1.5, true, [0], { a: null }])(
	'empty() is false for %j',
	(value) => {
		expect(isEmpty(value)).toBe(false);
	},
);

it.each([
	[' \t\n\r\0\v text \v\0\r\n\t ', 'text'],
	['\u00a0text\f', '\u00a0text\f'],
	[' \n ', ''],
	['a  b', 'a  b'],
])('trim() makes %j into %j', (text, trimmed) => {
	expect(trim(text)).toBe(trimmed);
});
