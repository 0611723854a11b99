import { CONTINUE, numbered, texts } from '../lines';
import { contractStage } from './stage';

const stage = contractStage();
const { workflow } = stage;

describe('11. A busy workflow', () => {
	it('is waited for and asked again', async () => {
		const { workflowId, eventToken } = workflow();
		stage.portal.fault({ kind: 'busy', times: 2, workflowId });
		await stage.run({ items: [{ eventToken, message: 'patient' }] });
		expect(stage.portal.log(workflowId)).toEqual(['patient']);
	});

	it('in a batch holds up no other workflow’s lines and loses none of its own', async () => {
		const [a, b] = [workflow(), workflow()];
		stage.portal.fault({ kind: 'busy', on: 'command', times: 1, workflowId: a.workflowId });
		const items = [a, b, a, b].map(({ eventToken }, index) => ({ eventToken, message: `${index}` }));
		await stage.run({ items, settings: CONTINUE });
		expect(stage.portal.log(a.workflowId).sort()).toEqual(['0', '2']);
		expect(stage.portal.log(b.workflowId)).toEqual(['1', '3']);
	});

	it('with On Error = stop keeps even the order', async () => {
		const { workflowId, eventToken } = workflow();
		stage.portal.fault({ kind: 'busy', on: 'command', times: 1, after: 1, workflowId });
		const items = numbered(eventToken, 4);
		await stage.run({ items });
		expect(stage.portal.log(workflowId)).toEqual(texts(items));
	});

	it('that stays busy fails the item after a while', async () => {
		const { workflowId, eventToken } = workflow();
		stage.portal.setBusy(workflowId, true);
		const { error } = await stage.run({
			items: numbered(eventToken, 1),
			parameters: { options: { maxWaitSeconds: 1 } },
		});
		expect(error?.message).toMatch(/stayed busy/);
	});
});
