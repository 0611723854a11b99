import { readDeclaredFields } from '../../../nodes/items/declaredFields';
import { codeOf } from '../../../nodes/BizprocTrigger/step/code';
import type { StepParameters } from '../../../nodes/BizprocTrigger/step/parameters';
import { toStep } from '../../../nodes/BizprocTrigger/step/step';

const HANDLER = 'https://n8n.example.com/webhook/uuid/bitrix24';
const PLACE = { instanceId: 'n8n', workflowId: 'wf', nodeId: 'node', isTest: false };

const parameters = (more: Partial<StepParameters> = {}): StepParameters => ({
	kind: 'robot',
	name: 'Check',
	description: '',
	code: 'check',
	properties: [],
	returnProperties: [],
	waitForResult: 'yes',
	documentTypes: [],
	runAsUser: 0,
	whenUnpublished: 'keep',
	takeOverExistingStep: false,
	...more,
});
const fieldsOf = (more: Partial<StepParameters>, place = PLACE) =>
	toStep(parameters(more), HANDLER, place).fields;
const property = (field: object) =>
	(fieldsOf({ properties: readDeclaredFields({ field: [field] }) }).PROPERTIES as Record<string, unknown>)[
		(field as { key: string }).key
	];

describe('What is registered', () => {
	it('is the step in the portal’s words', () => {
		expect(toStep(parameters({ description: 'Asks the bank' }), HANDLER, PLACE)).toEqual({
			kind: 'robot',
			code: 'check',
			fields: {
				HANDLER,
				NAME: 'Check',
				DESCRIPTION: 'Asks the bank',
				AUTH_USER_ID: '0',
				USE_SUBSCRIPTION: 'Y',
				PROPERTIES: {},
				RETURN_PROPERTIES: {},
				FILTER: {},
			},
		});
	});

	it('in a test has a code and a name of its own', () => {
		const step = toStep(parameters(), HANDLER, { ...PLACE, isTest: true });
		expect([step.code, step.fields.NAME]).toEqual([
			expect.stringMatching(/^check_[0-9a-f]{8}_test$/),
			'Check (test)',
		]);
	});

	it.each([
		['yes', 'Y'],
		['no', 'N'],
		['designer', ''],
	] as const)('says whether the process waits: %s', (waitForResult, sent) =>
		expect(fieldsOf({ waitForResult }).USE_SUBSCRIPTION).toBe(sent),
	);

	it('says that the process waits where nobody knows what was chosen', () =>
		expect(fieldsOf({ waitForResult: 'constructor' as never }).USE_SUBSCRIPTION).toBe('Y'));

	it('names the documents it is offered for', () => {
		const documentTypes = [
			'crm|CCrmDocumentDeal|DEAL',
			'crm|Bitrix\\Crm\\Integration\\BizProc\\Document\\Dynamic',
		];
		expect(fieldsOf({ documentTypes }).FILTER).toEqual({
			INCLUDE: [
				['crm', 'CCrmDocumentDeal', 'DEAL'],
				['crm', 'Bitrix\\Crm\\Integration\\BizProc\\Document\\Dynamic'],
			],
		});
	});

	it('posts in the name of the chosen user', () => expect(fieldsOf({ runAsUser: 7 }).AUTH_USER_ID).toBe('7'));

	it.each([
		[
			'a plain one',
			{ key: 'amount', label: 'Amount', type: 'double' },
			{ Name: 'Amount', Type: 'double', Required: 'N', Multiple: 'N' },
		],
		[
			'one without a label',
			{ key: 'who', type: 'user', required: true, multiple: true },
			{ Name: 'who', Type: 'user', Required: 'Y', Multiple: 'Y' },
		],
		[
			'one with options',
			{
				key: 'risk',
				label: 'Risk',
				type: 'select',
				options: 'low=Low\n\nhigh = High = bad\nnone',
				default: 'low',
			},
			{
				Name: 'Risk',
				Type: 'select',
				Required: 'N',
				Multiple: 'N',
				Options: { low: 'Low', high: 'High = bad', none: 'none' },
				Default: 'low',
			},
		],
		[
			'yes or no',
			{ key: 'ok', type: 'bool', default: 'true' },
			{ Name: 'ok', Type: 'bool', Required: 'N', Multiple: 'N', Default: 'Y' },
		],
	])('describes each field: %s', (_what, field, sent) => expect(property(field)).toEqual(sent));
});

describe('The code', () => {
	it('is the builder’s own', () => expect(codeOf('own.Code-1', PLACE)).toBe('own.Code-1'));

	it('is made when there is none: the same each time, one that the portal takes', () => {
		expect(codeOf('', PLACE)).toMatch(/^n8n_[0-9a-f]{24}$/);
		expect(codeOf('', { ...PLACE })).toBe(codeOf('', PLACE));
	});

	it('is another for each node, each workflow and each n8n', () => {
		const others = [{ nodeId: 'other' }, { workflowId: 'other' }, { instanceId: 'other' }];
		const codes = [PLACE, ...others.map((other) => ({ ...PLACE, ...other }))];
		expect(new Set(codes.map((place) => codeOf('', place))).size).toBe(4);
	});

	it('is another one while testing, of this node alone, and never too long', () => {
		const test = { ...PLACE, isTest: true };
		expect(codeOf('', test)).toBe(`${codeOf('', PLACE)}_test`);
		expect(codeOf('own', test)).toMatch(/^own_[0-9a-f]{8}_test$/);
		expect(codeOf('own', { ...test, nodeId: 'other' })).not.toBe(codeOf('own', test));
		expect(codeOf('c'.repeat(123), test)).toMatch(/^c{114}_[0-9a-f]{8}_test$/);
	});
});
