import type { Scene } from '../plans';
import { detailsOf, openSendStage, type SendStage } from './stage';

/** What does not get through, and what is said of it. */

let stage: SendStage;
beforeAll(async () => {
	stage = await openSendStage();
});
afterEach(() => {
	stage.portal.clear();
	stage.portal.setLimits({ requestLimit: undefined });
});
afterAll(async () => await stage.close());

const CONTINUE = { onError: 'continueErrorOutput' } as const;

describe('What cannot be sent', () => {
	const inTurn = (keys: string[]) => ({
		returnValuesMode: 'fields',
		returnValues: { value: keys.map((key) => ({ key, value: 'x' })) },
	});

	it.each<[string, Scene['parameters'], RegExp]>([
		['nothing', { returnValuesJson: '={{ "" }}' }, /holds no JSON object/],
		['no JSON', { returnValuesJson: '{ "a": ' }, /Return Values \(JSON\) holds no JSON object/],
		['a list', { returnValuesJson: '={{ [1, 2] }}' }, /holds no JSON object/],
		['a key that is none', inTurn(['a-b']), /"a-b" cannot be the key/],
		['a key twice', inTurn(['answer', 'Answer']), /The key "Answer" stands twice/],
		['no key', inTurn(['']), /A return value has no key/],
		['no token', { eventToken: '={{ "" }}' }, /Event Token is empty/],
		['too long a line', { logMessage: 'x'.repeat(65_536) }, /Log Message is too long: 65536 bytes/],
		[
			'an expression that finds nothing',
			{ returnValuesJson: '={{ $json.nowhere }}' },
			/holds no JSON object/,
		],
	])('fails the item before anything is sent: %s', async (_what, parameters, words) => {
		const items = stage.steps(1).map(({ eventToken }) => ({ eventToken }));
		const { failed } = await stage.send({ items, parameters, settings: CONTINUE });
		expect(failed[0].json.error).toMatch(words);
		expect(detailsOf(failed[0])).toMatchObject({ outcome: 'notSent', nextStep: expect.stringMatching(/\w/) });
		expect(stage.asked()).toEqual([]);
	});
});

describe('A refused result', () => {
	it('ends a node that stops, and says how far it came', async () => {
		const steps = stage.steps(60);
		const items = steps.map(({ eventToken }) => ({ eventToken, values: { a: 'x' } }));
		items[55].eventToken = 'not|a|token.x';
		const { error, passed } = await stage.send({ items });
		expect(passed).toEqual([]);
		expect(error?.message).toMatch(/does not accept this event token/);
		expect(error?.description).toContain('Stopped at item 55 (n8n counts from 0). Results accepted: 55.');
		expect(steps.map(stage.returned).filter((values) => values !== undefined)).toHaveLength(55);
	});

	it('leaves alone by the error output when the node continues', async () => {
		const steps = stage.steps(3);
		const items = steps.map(({ eventToken }) => ({ eventToken, values: { a: 'x' } }));
		items[1].eventToken = 'not|a|token.x';
		const { passed, failed } = await stage.send({ items, settings: CONTINUE });
		expect(steps.map(stage.returned)).toEqual([{ a: 'x' }, undefined, { a: 'x' }]);
		expect(passed.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 2 }]);
		expect(failed).toMatchObject([{ pairedItem: { item: 1 }, json: { details: { code: 'ACCESS_DENIED' } } }]);
	});

	it('of a workflow that has ended says so: without a lost answer nothing is presumed', async () => {
		const [step] = stage.steps(1);
		stage.portal.finishWorkflow(step.workflowId);
		const { error } = await stage.send({ items: [{ eventToken: step.eventToken, values: {} }] });
		expect(error?.message).toMatch(/no longer running/);
		expect(error?.description).toMatch(/Nothing waits for a result any more/);
	});
});

describe('The portal’s limits', () => {
	it('are waited for; every result arrives once', async () => {
		stage.portal.setLimits({ requestLimit: { burst: 1, perSecond: 4 } });
		const steps = stage.steps(150);
		const { passed } = await stage.send({
			items: steps.map(({ eventToken }, n) => ({ eventToken, values: { n } })),
		});
		expect(passed).toHaveLength(150);
		expect(steps.map(stage.returned)).toEqual(steps.map((_, n) => ({ n: `${n}` })));
		expect(stage.portal.requests.some(({ status }) => status === 503)).toBe(true);
	});

	it('let a busy workflow have its time', async () => {
		const [step] = stage.steps(1);
		stage.portal.fault({ kind: 'busy', times: 2, workflowId: step.workflowId });
		await stage.send({ items: [{ eventToken: step.eventToken, values: { a: 'x' } }] });
		expect(stage.returned(step)).toEqual({ a: 'x' });
	});

	it('that do not end within Max Wait fail the item as not sent to the process', async () => {
		const [step] = stage.steps(1);
		stage.portal.fault({ kind: 'queryLimit', times: 1000 });
		const { failed } = await stage.send({
			items: [{ eventToken: step.eventToken, values: {} }],
			parameters: { options: { maxWaitSeconds: 1 } },
			settings: CONTINUE,
		});
		expect(failed[0].json.error).toMatch(/nothing was sent to the process/);
		expect(stage.returned(step)).toBeUndefined();
		expect(detailsOf(failed[0])).toMatchObject({ code: 'QUERY_LIMIT_EXCEEDED', outcome: 'notSent' });
	});
});
