import { openSendStage, type SendStage } from './stage';

/** What a process gets back. */

let stage: SendStage;
beforeAll(async () => {
	stage = await openSendStage();
});
afterEach(() => stage.portal.clear());
afterAll(async () => await stage.close());

describe('Values', () => {
	const values = {
		text: '& + % %20 # = ; ? / : @ [ ] \' "\n😀 Ж',
		number: 1.5,
		yes: true,
		no: false,
		nothing: null,
		list: ['a', 2, false, { b: 1 }],
		object: { c: ['d'] },
	};
	const sent = {
		text: values.text,
		number: '1.5',
		yes: 'Y',
		no: 'N',
		nothing: '',
		list: ['a', '2', 'N', '{"b":1}'],
		object: '{"c":["d"]}',
	};

	it('arrive the same, alone and in a batch', async () => {
		const [alone, first, second] = stage.steps(3);
		await stage.send({ items: [{ eventToken: alone.eventToken, values }] });
		await stage.send({ items: [first, second].map(({ eventToken }) => ({ eventToken, values })) });
		expect([alone, first, second].map(stage.returned)).toEqual([sent, sent, sent]);
		expect(stage.asked()).toEqual(['bizproc.event.send 1', 'batch 2']);
	});

	it('can be entered field by field, with expressions, or as JSON text', async () => {
		const [byField, asText] = stage.steps(2);
		await stage.send({
			items: [{ eventToken: byField.eventToken, list: [1, 2] }],
			parameters: {
				returnValuesMode: 'fields',
				returnValues: {
					value: [
						{ key: 'answer', value: 'yes' },
						{ key: ' list ', value: '={{ $json.list }}' },
					],
				},
			},
		});
		await stage.send({ items: [{ eventToken: asText.eventToken, values: '{"answer": "yes"}' }] });
		expect([byField, asText].map(stage.returned)).toEqual([
			{ answer: 'yes', list: ['1', '2'] },
			{ answer: 'yes' },
		]);
	});

	it('may be missing: the process just goes on', async () => {
		const [step] = stage.steps(1);
		const { passed } = await stage.send({ items: [{ eventToken: step.eventToken, values: {} }] });
		expect(passed).toHaveLength(1);
		expect(stage.portal.workflows().find((one) => one.workflowId === step.workflowId)?.state).toBe(
			'step closed',
		);
	});

	it('that match the portal’s substitution travel alone and arrive as they are', async () => {
		const steps = stage.steps(3);
		const texts = ['before', 'x $result[item_0] y', 'after'];
		await stage.send({
			items: steps.map(({ eventToken }, n) => ({ eventToken, values: { list: ['a', texts[n]] } })),
		});
		expect(steps.map(stage.returned)).toEqual(texts.map((text) => ({ list: ['a', text] })));
	});

	it('are not cut at the thousand that PHP reads of a query', async () => {
		const steps = stage.steps(2);
		const list = Array.from({ length: 1500 }, String);
		await stage.send({ items: steps.map(({ eventToken }) => ({ eventToken, values: { list } })) });
		expect(steps.map(stage.returned)).toEqual([{ list }, { list }]);
	});

	it('come with a line for the log', async () => {
		const [step] = stage.steps(1);
		await stage.send({ items: [{ eventToken: step.eventToken, values: {}, message: 'Approved' }] });
		expect(stage.portal.log(step.workflowId)).toEqual(['Approved']);
	});
});
