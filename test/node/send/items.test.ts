import { openSendStage, type SendStage } from './stage';

/** Many results at once, as for Bizproc Log. */

let stage: SendStage;
beforeAll(async () => {
	stage = await openSendStage();
});
afterEach(() => stage.portal.clear());
afterAll(async () => await stage.close());

const RETRY = { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 };

describe('Results of many items', () => {
	it('ride fifty in one batch, each to its own workflow, and go on with the outcome and their pairing', async () => {
		const steps = stage.steps(120);
		const items = steps.map(({ eventToken }, n) => ({ eventToken, n, values: { answer: `no. ${n}` } }));
		const { passed } = await stage.send({ items });
		expect(steps.map(stage.returned)).toEqual(items.map(({ values }) => values));
		expect(stage.asked()).toEqual(['batch 50', 'batch 50', 'batch 20']);
		expect(passed).toEqual(
			items.map((json, item) => ({
				json: { ...json, bizproc: { accepted: true, workflowId: steps[item].workflowId } },
				pairedItem: { item },
			})),
		);
	});

	it('may have the outcome under another name, or none', async () => {
		const items = stage.steps(1).map(({ eventToken }) => ({ eventToken, values: {} }));
		const named = await stage.send({ items, parameters: { options: { resultField: 'sent' } } });
		const bare = await stage.send({ items, parameters: { options: { resultField: '' } } });
		expect(named.passed[0].json).toMatchObject({ sent: { accepted: true } });
		expect(bare.passed[0].json).toEqual(items[0]);
	});
});

describe('When n8n runs the node again', () => {
	it('only what was not accepted is sent again', async () => {
		const [a, b] = stage.steps(2);
		stage.portal.fault({
			kind: 'refuse',
			on: 'command',
			status: 403,
			code: 'ACCESS_DENIED',
			workflowId: b.workflowId,
		});
		const { error } = await stage.send({
			items: [a, b].map(({ eventToken }) => ({ eventToken, values: { a: 'x' } })),
			settings: RETRY,
		});
		expect(error).toBeUndefined();
		expect([a, b].map(stage.returned)).toEqual([{ a: 'x' }, { a: 'x' }]);
		const tokens = stage.portal.requests.flatMap(({ commands }) =>
			commands.map(({ params }) => params.EVENT_TOKEN),
		);
		expect(tokens).toEqual([a, b, b].map(({ eventToken }) => eventToken));
	});
});
