import { CONTINUE, numbered, texts } from '../lines';
import { contractStage } from './stage';

const stage = contractStage();
const { workflow, requests } = stage;

describe('1. Many items', () => {
	it('ride fifty in one batch, and arrive in item order', async () => {
		const { workflowId, eventToken } = workflow();
		const items = numbered(eventToken, 120);
		const { passed } = await stage.run({ items });
		expect(stage.portal.log(workflowId)).toEqual(texts(items));
		expect(requests()).toEqual(['batch 50', 'batch 50', 'batch 20']);
		expect(passed).toHaveLength(120);
	});

	it('in their thousands need one request for fifty', async () => {
		const { workflowId, eventToken } = workflow();
		const items = numbered(eventToken, 5000);
		await stage.run({ items });
		expect(stage.portal.log(workflowId)).toEqual(texts(items));
		expect(stage.portal.requests).toHaveLength(100);
	});

	it('that are one item are a direct call', async () => {
		const { workflowId, eventToken } = workflow();
		await stage.run({ items: [{ eventToken, message: 'alone' }] });
		expect(requests()).toEqual(['bizproc.activity.log 1']);
		expect(stage.portal.log(workflowId)).toEqual(['alone']);
	});

	it('of several workflows keep the order of each, and never two requests touch one at a time', async () => {
		const workflows = Array.from({ length: 7 }, workflow);
		const items = Array.from({ length: 110 }, (_, index) => ({
			eventToken: workflows[index % 7].eventToken,
			message: `${index}`,
		}));
		stage.portal.setLimits({ commandMs: 1 });
		await stage.run({ items, settings: CONTINUE });
		stage.portal.setLimits({ commandMs: 0 });
		workflows.forEach(({ workflowId }, nth) =>
			expect(stage.portal.log(workflowId)).toEqual(texts(items).filter((_, index) => index % 7 === nth)),
		);
		expect(stage.portal.collisions).toBe(0);
	});

	it('go on as they came, with the result in a field, their pairing and their files', async () => {
		const { workflowId, eventToken } = workflow();
		const items = [
			{ eventToken, message: 'a', n: 1 },
			{ eventToken, message: 'b', n: 2 },
		];
		const binary = { file: { data: 'YQ==', mimeType: 'text/plain' } };
		const { passed } = await stage.run({ items, binary });
		expect(passed).toEqual(
			items.map((json, item) => ({
				json: { ...json, bizprocLog: { accepted: true, workflowId } },
				binary,
				pairedItem: { item },
			})),
		);
	});

	it('go on quite unchanged when the result field is empty', async () => {
		const { eventToken } = workflow();
		const items = numbered(eventToken, 2);
		const { passed } = await stage.run({ items, parameters: { options: { resultField: '' } } });
		expect(passed.map(({ json }) => json)).toEqual(items);
	});

	it('carry the result under the name that the user chose', async () => {
		const { eventToken } = workflow();
		const { passed } = await stage.run({
			items: numbered(eventToken, 1),
			parameters: { options: { resultField: 'written' } },
		});
		expect(passed[0].json.written).toMatchObject({ accepted: true });
	});
});
