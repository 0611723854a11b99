import { readDeclaredFields } from '../../../nodes/items/declaredFields';
import { toReturnValues, type Entry } from '../../../nodes/Bizproc/event/returnValues';

const one = (value: unknown, declared?: object) =>
	toReturnValues([['a', value]], declared && readDeclaredFields({ field: [{ key: 'a', ...declared }] }))
		.values?.a;
const refusal = (entries: Entry[], keys?: string[]) => {
	const declared = keys && readDeclaredFields({ field: keys.map((key) => ({ key })) });
	return toReturnValues(entries, declared).failure;
};

describe('A return value', () => {
	it.each([
		['text', 'as it is ', 'as it is '],
		['a number', 1.5, '1.5'],
		['zero', 0, '0'],
		['true', true, 'Y'],
		['false', false, 'N'],
		['null', null, ''],
		['nothing', undefined, ''],
		['a date', new Date(0), '1970-01-01T00:00:00.000Z'],
		['an object', { b: [1, true] }, '{"b":[1,true]}'],
		['a list', ['x', 1, true, null, { b: 1 }, [2]], ['x', '1', 'Y', '', '{"b":1}', '[2]']],
		['an empty list', [], ''],
	])('is sent as the portal takes it: %s', (_what, value, sent) => expect(one(value)).toEqual(sent));

	it.each([
		['a user by number', { type: 'user' }, 14, 'user_14'],
		['a user as the portal writes it', { type: 'user' }, 'user_14', 'user_14'],
		['users', { type: 'user', multiple: true }, [1, '2'], ['user_1', 'user_2']],
		['yes or no as text', { type: 'bool' }, 'true', 'Y'],
		['yes or no as number', { type: 'bool' }, 0, 'N'],
		['several, of which there is one', { type: 'string', multiple: true }, 'x', ['x']],
		['several, of which there is none', { type: 'string', multiple: true }, null, ''],
	])('follows what the step declares: %s', (_what, declared, value, sent) =>
		expect(one(value, declared)).toEqual(sent),
	);

	it('that has no text is refused by its key', () => {
		const endless: Record<string, unknown> = {};
		endless.self = endless;
		expect(refusal([['a', endless]])?.happened).toBe('The return value "a" cannot be written as text');
		expect(refusal([['a', ['x', endless]]])?.happened).toMatch(/"a"/);
	});
});

describe('The key of a return value', () => {
	it.each(['answer', 'A1', 'a_b', 'x'])('can be %s', (key) => expect(refusal([[key, 1]])).toBeUndefined());

	it.each(['1a', '_a', 'a-b', 'a b', 'ключ', 'a[b]', '__proto__', 'constructor'])('cannot be %s', (key) =>
		expect(refusal([[key, 1]])?.happened).toBe(`"${key}" cannot be the key of a return value`),
	);

	it('cannot be missing', () => expect(refusal([['', 1]])?.happened).toBe('A return value has no key'));

	it('cannot stand twice, not in other letters either', () => {
		const failure = refusal([
			['answer', 1],
			['ANSWER', 2],
		]);
		expect(failure?.happened).toBe('The key "ANSWER" stands twice among the return values');
	});

	it('that the step does not declare is refused with those it does', () => {
		const failure = refusal([['anser', 1]], ['answer', 'reason']);
		expect(failure?.happened).toBe('The step has no return value "anser"');
		expect(failure?.nextStep).toContain('declares: answer, reason.');
	});

	it('that nobody could declare is refused with the declared ones, too', () => {
		expect(refusal([['ключ', 1]], ['answer'])?.nextStep).toContain('declares: answer.');
		expect(refusal([['', 1]], ['answer'])?.happened).toBe('A return value has no key');
	});

	it('may be the label, as people read it in Bitrix24', () => {
		const declared = readDeclaredFields({
			field: [{ label: 'Ответ' }, { key: 'note', label: 'Comment' }, { key: 'comment', label: 'Note' }],
		});
		const { values } = toReturnValues([['ответ', 1]], declared);
		expect(values).toEqual({ otvet: '1' });
		// A key counts before a label.
		expect(toReturnValues([['comment', 2]], declared).values).toEqual({ comment: '2' });
		expect(toReturnValues([['', 2]], declared).failure?.happened).toBe('A return value has no key');
	});

	it('and its label cannot both be filled in', () => {
		const declared = readDeclaredFields({ field: [{ label: 'Ответ' }] });
		const { failure } = toReturnValues(
			[
				...([
					['Ответ', 1],
					['otvet', 2],
				] as Entry[]),
			],
			declared,
		);
		expect(failure?.happened).toBe('The key "otvet" stands twice among the return values');
	});

	it('may differ from the declared one in upper and lower case', () =>
		expect(refusal([['Answer', 1]], ['answer'])).toBeUndefined());
});
