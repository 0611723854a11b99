import { numbered, texts } from '../lines';
import { contractStage } from './stage';

const stage = contractStage();
const { workflow } = stage;

describe('7. On Error = stop', () => {
	it.each([0, 1, 49, 50, 119])(
		'ends at the first refused item as a plain loop would: item %i of 120',
		async (bad) => {
			const { workflowId, eventToken } = workflow();
			const items = numbered(eventToken, 120);
			items[bad].eventToken = 'not|a|token.x';
			const { error, passed } = await stage.run({ items });
			expect(stage.portal.log(workflowId)).toEqual(texts(items.slice(0, bad)));
			expect(passed).toEqual([]);
			expect(error?.message).toMatch(/does not accept this event token/);
			expect(error?.description).toContain(
				`Stopped at item ${bad} (n8n counts from 0). Lines accepted: ${bad}.`,
			);
			expect(error?.context.itemIndex).toBe(bad);
		},
	);

	it('also ends there when the item cannot be a line at all', async () => {
		const { workflowId, eventToken } = workflow();
		const items = numbered(eventToken, 60);
		items[55].message = '';
		const { error } = await stage.run({ items });
		expect(stage.portal.log(workflowId)).toEqual(texts(items.slice(0, 55)));
		expect(error?.description).toContain('Stopped at item 55 (n8n counts from 0). Lines accepted: 55.');
	});
});
