import type { IDataObject, INode } from 'n8n-workflow';
import { inLine, SEND } from '../plans';
import { openStage, toEnding, type Stage } from '../stage';

/** Return values are checked against what the Bizproc Trigger of the same workflow declares. */

let stage: Stage;
beforeAll(async () => {
	stage = await openStage();
});
afterEach(() => stage.portal.clear());
afterAll(async () => await stage.close());

const trigger = (...keys: Array<string | IDataObject>): Partial<INode> => ({
	type: 'n8n-nodes-bitrix24-bizproc.bizprocTrigger',
	webhookId: 'webhook-id',
	credentials: { bitrix24OAuth2Api: { id: 'oauth2', name: 'oauth2' } },
	parameters: {
		name: 'Check',
		returnProperties: { field: keys.map((key) => (typeof key === 'string' ? { key } : key)) },
	} as never,
});

async function send(values: IDataObject, first: Partial<INode>, parameters: IDataObject = {}) {
	const { workflowId, eventToken } = stage.portal.startWorkflow();
	const plan = inLine({ nodeName: SEND, items: [{ eventToken, values }], parameters }, first);
	const ending = toEnding(await stage.engine.start(plan).finished, SEND);
	const view = stage.portal.workflows().find((one) => one.workflowId === workflowId);
	return { ...ending, returned: view?.returnValues };
}

it('A key that the trigger does not declare fails the item, with the keys it does declare', async () => {
	const { error, returned } = await send({ anser: 'yes' }, trigger('answer', 'reason'));
	expect(error?.message).toBe('The step has no return value "anser"');
	expect(error?.description).toMatch(/declares: answer, reason\./);
	expect(returned).toBeUndefined();
	expect(stage.portal.requests).toEqual([]);
});

it('The label is as good as the key', async () => {
	const first = trigger({ label: 'Ответ' }, { key: 'why', label: 'Причина' });
	const { error, returned } = await send({ Ответ: 'да', причина: 'срок' }, first);
	expect(error).toBeUndefined();
	expect(returned).toEqual({ otvet: 'да', why: 'срок' });
});

describe('Nothing filled in', () => {
	const nothing = { returnValuesMode: 'fields', returnValues: {} };

	it('does not use up a step that declares values', async () => {
		const { error, returned } = await send({}, trigger('answer', 'reason'), nothing);
		expect(error?.message).toBe('No return value is filled in, though the step declares some');
		expect(error?.description).toMatch(/declares: answer, reason\. Add them/);
		expect(returned).toBeUndefined();
		expect(stage.portal.requests).toEqual([]);
	});

	it('lets the process go on where the step declares none', async () => {
		const { error } = await send({}, trigger(), nothing);
		expect(error).toBeUndefined();
		expect(stage.portal.requests).toHaveLength(1);
	});

	it('lets it go on where it was meant: {} as JSON', async () => {
		const { error } = await send({}, trigger('answer'));
		expect(error).toBeUndefined();
		expect(stage.portal.requests).toHaveLength(1);
	});
});

it('Values follow the declared types', async () => {
	const first = trigger({ key: 'boss', type: 'user' }, { key: 'tags', multiple: true }, 'answer');
	const { returned } = await send({ boss: 7, tags: 'one', ANSWER: 'yes' }, first);
	expect(returned).toEqual({ boss: 'user_7', tags: ['one'], ANSWER: 'yes' });
});

it.each<[string, Partial<INode>]>([
	['declares nothing', trigger()],
	['is switched off', { ...trigger('answer'), disabled: true }],
	['has a key that only n8n can work out', trigger('answer', '={{ $vars.key }}')],
	['has a label that only n8n can work out, and no key', trigger('answer', { label: '={{ $vars.key }}' })],
	['is another one', {}],
])('Nothing is checked when the trigger %s', async (_what, first) => {
	const { error, returned } = await send({ anything: 'x' }, first);
	expect(error).toBeUndefined();
	expect(returned).toEqual({ anything: 'x' });
});
