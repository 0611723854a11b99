import { openSendStage, type SendStage, type Step } from '../stage';

/** Return values as JSON with expressions in it: what arrives is what the expression gave, or nothing is sent. */

let stage: SendStage;
let step: Step;
beforeAll(async () => {
	stage = await openSendStage();
});
beforeEach(() => {
	[step] = stage.steps(1);
});
afterEach(() => stage.portal.clear());
afterAll(async () => await stage.close());

async function send(returnValuesJson: string, text: unknown) {
	const items = [{ eventToken: step.eventToken, text } as never];
	const { error } = await stage.send({ items, parameters: { returnValuesJson } });
	return { error, returned: stage.returned(step) };
}

const CHANGING: Array<[string, string]> = [
	['a backslash that JSON takes for a tab', 'C:\\temp'],
	['a backslash that JSON takes for a letter', 'C:\\u0041bc'],
	['a backslash at the end', 'C:\\'],
	['a quote', 'say "yes"'],
	['a line end', 'one\ntwo'],
	['a tab', 'a\tb'],
	['a quote that closes the value and makes another', 'x", "other": "y'],
	['a quote that makes a key twice', 'x", "a": "y'],
];

it.each(CHANGING)('An expression inside quotes is refused when its text holds %s', async (_what, text) => {
	const { error, returned } = await send('={ "a": "{{ $json.text }}", "b": "2" }', text);
	expect(returned).toBeUndefined();
	expect(stage.portal.requests).toEqual([]);
	expect(error?.message).toMatch(
		/^The field Return Values \(JSON\) holds an expression inside quotes, and its text/,
	);
	expect(error?.description).toContain('={{ JSON.stringify({ answer: $json.answer }) }}');
});

it.each<[string, string, unknown, unknown]>([
	['a harmless text', '={ "a": "{{ $json.text }}" }', 'yes – да', { a: 'yes – да' }],
	['text around it', '={ "a": "It is {{ $json.text }}, {{ $json.text }}." }', 'x', { a: 'It is x, x.' }],
	['nothing', '={ "a": "{{ $json.text }}" }', '', { a: '' }],
	['a number', '={ "a": "{{ $json.text }}" }', 5, { a: '5' }],
	['escapes of the builder’s own', '={ "a": "x\\ty {{ $json.text }}" }', 'z', { a: 'x\ty z' }],
	['quotes of the builder’s own', '={ "a": "\\"{{ $json.text }}\\"" }', 'z', { a: '"z"' }],
])('Inside quotes it may give %s', async (_what, json, text, values) => {
	const { error, returned } = await send(json, text);
	expect(error).toBeUndefined();
	expect(returned).toEqual(values);
});

it.each([
	'={{ JSON.stringify({ a: $json.text }) }}',
	'={{ { a: $json.text } }}',
	'={ "a": {{ JSON.stringify($json.text) }} }',
])('%s takes every text', async (json) => {
	for (const [, text] of CHANGING) {
		[step] = stage.steps(1);
		expect((await send(json, text)).returned).toEqual({ a: text });
	}
});

it.each([
	['={ "a": "1", "{{ $json.text }}": "2" }', 'a'],
	['{ "a": "1", "a": "2" }', ''],
	['={ "a": "1", {{ $json.text }} }', '"a": "2"'],
	['={ "a": { "b": 1, "\\u0062": 2 } }', ''],
])('A key that stands twice is refused: %s', async (json, text) => {
	const { error, returned } = await send(json, text);
	expect(returned).toBeUndefined();
	expect(error?.message).toMatch(/^The key "[ab]" stands twice in the field Return Values \(JSON\)$/);
});

it('What is no JSON names this cause', async () => {
	const { error } = await send('={ "a": {{ $json.text }} }', 'yes "no');
	expect(error?.message).toBe('The field Return Values (JSON) holds no JSON object');
	expect(error?.description).toMatch(/JSON\.stringify/);
});
