import { toJsonShape } from './array';
import { encodeJson } from './json';

it.each([
	[{}, '[]'],
	[{ 0: 'a', 1: 'b' }, '["a","b"]'],
	[{ 0: 'a', 2: 'c' }, '{"0":"a","2":"c"}'],
	[{ 1: 'b' }, '{"1":"b"}'],
	[{ '00': 'a' }, '{"00":"a"}'],
	[{ i0: 'a' }, '{"i0":"a"}'],
	[[], '[]'],
])('a PHP array with the keys of %j is the JSON %s', (array, json) => {
	expect(encodeJson(toJsonShape(array))).toBe(json);
});

it.each([
	['<b>', '"\\u003Cb\\u003E"'],
	['a&b', '"a\\u0026b"'],
	['it\'s "so"', '"it\\u0027s \\u0022so\\u0022"'],
	['a/b', '"a\\/b"'],
	['back\\"slash\\', '"back\\\\\\u0022slash\\\\"'],
	['line\n\u0001', '"line\\n\\u0001"'],
	['\u2028', '"\\u2028"'],
	['Grüße 😀', '"Grüße 😀"'],
])('the text %j is written %s', (text, json) => {
	expect(encodeJson(text)).toBe(json);
	expect(JSON.parse(json)).toBe(text);
});
