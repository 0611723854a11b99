import { readDeclaredFields } from '../../../nodes/items/declaredFields';
import { judgeHandler } from '../../../nodes/BizprocTrigger/step/handler';
import { findMistake } from '../../../nodes/BizprocTrigger/step/mistakes';
import type { StepParameters } from '../../../nodes/BizprocTrigger/step/parameters';

const sound: StepParameters = {
	kind: 'robot',
	name: 'Check',
	description: '',
	code: '',
	properties: [],
	returnProperties: [],
	waitForResult: 'yes',
	documentTypes: [],
	runAsUser: 0,
	whenUnpublished: 'keep',
	takeOverExistingStep: false,
};
const fields = (...field: object[]) => readDeclaredFields({ field });

describe('Settings that the portal would refuse', () => {
	it.each<[string, Partial<StepParameters>, string]>([
		['no name', { name: '' }, 'The step has no name'],
		['a code with a space', { code: 'a b' }, 'The Code "a b" cannot be used'],
		['a code in Cyrillic', { code: 'код' }, 'The Code "код" cannot be used'],
		['too long a code', { code: 'a'.repeat(124) }, `The Code "${'a'.repeat(124)}" cannot be used`],
		['a key with a hyphen', { properties: fields({ key: 'a-b' }) }, '"a-b" cannot be the key of a field'],
		[
			'neither key nor label',
			{ properties: fields({ key: 'a' }, {}) },
			'Row 2 of the fields has neither a key nor a label that a key can be made of',
		],
		[
			'a label that no key can be made of',
			{ returnProperties: fields({ label: '金額' }) },
			'Row 1 of the return values has neither a key nor a label that a key can be made of',
		],
		[
			'a key twice',
			{ properties: fields({ key: 'a' }, { key: 'A' }) },
			'The key "A" stands twice among the fields',
		],
		[
			'a key of a return value',
			{ returnProperties: fields({ key: '1' }) },
			'"1" cannot be the key of a return value',
		],
		[
			'a select without options',
			{ properties: fields({ key: 'a', type: 'select', options: ' \n' }) },
			'The field "a" is of type Select and has no options',
		],
		[
			'an option twice',
			{ properties: fields({ key: 'a', type: 'select', options: 'x=1\nx=2' }) },
			'The field "a" has the option "x" twice',
		],
		[
			'an option without a value',
			{ properties: fields({ key: 'a', type: 'select', options: '=1' }) },
			'An option of the field "a" has no value',
		],
		['no document type', { documentTypes: ['deal'] }, '"deal" is no document type of Bitrix24'],
		['half a user', { runAsUser: 1.5 }, 'Run As User is not the number of a Bitrix24 user'],
	])('are told before it is asked, with the next step: %s', (_what, wrong, happened) => {
		const mistake = findMistake({ ...sound, ...wrong });
		expect(mistake?.happened).toBe(happened);
		expect(mistake?.nextStep).toMatch(/\w/);
	});

	it('of a key in Cyrillic come with the key that it could be', () => {
		const mistake = findMistake({ ...sound, properties: fields({ key: 'сумма' }) });
		expect(mistake?.nextStep).toMatch(/Latin letters.*Take "summa", or leave Key empty/);
	});

	it('of two labels that give one key are told like those of two keys', () => {
		const mistake = findMistake({ ...sound, properties: fields({ label: 'Сумма' }, { label: 'сумма!' }) });
		expect(mistake?.happened).toBe('The key "summa" stands twice among the fields');
	});

	it('are not looked for in options that nobody sees', () => {
		const properties = fields({ key: 'a', type: 'string', options: 'x=X\nx=Y' });
		expect(findMistake({ ...sound, properties })).toBeUndefined();
	});

	it('are not found where there are none', () => {
		const more = {
			code: 'a'.repeat(123),
			properties: fields({ key: 'a', type: 'select', options: 'x' }, { key: 'b' }),
			returnProperties: fields({ key: 'a' }),
			documentTypes: ['crm|CCrmDocumentDeal|DEAL', 'lists|BizprocDocument'],
		};
		expect(findMistake({ ...sound, ...more })).toBeUndefined();
	});
});

describe('The address of n8n', () => {
	const path = '/webhook/0e1c/bitrix24';

	it.each(['https://n8n.example.com', 'http://127.0.0.1:5678', 'http://192.168.0.5', 'https://a.b/n8n'])(
		'may be %s',
		(origin) => expect(judgeHandler(`${origin}${path}`, '0e1c')).toEqual({ address: `${origin}${path}` }),
	);

	it.each(['http://localhost:5678', 'http://n8n:5678', 'http://[::1]:5678'])(
		'cannot be %s, and the sentence names the setting',
		(origin) => {
			const { mistake } = judgeHandler(`${origin}${path}`, '0e1c');
			expect(mistake?.happened).toBe(`Bitrix24 cannot post to n8n at ${origin}`);
			expect(mistake?.nextStep).toContain('N8N_WEBHOOK_URL');
		},
	);

	it('cannot be longer than the portal keeps', () =>
		expect(judgeHandler(`https://a.b/${'x'.repeat(1000)}${path}`, '0e1c').mistake).toBeDefined());

	it.each([undefined, ''])('cannot do without its random part: %s', (secret) =>
		expect(judgeHandler(`https://a.b${path}`, secret).mistake?.happened).toMatch(/no address of its own/),
	);
});
