import { contractStage } from './stage';

const stage = contractStage();
const { workflow } = stage;

describe('4. A message that is not a string', () => {
	it.each([
		[0, '0'],
		['0', '0'],
		[42, '42'],
		[1.5, '1.5'],
		[true, 'true'],
		[false, 'false'],
		[{ a: 1, b: ['x'] }, '{"a":1,"b":["x"]}'],
		[[1, 2], '[1,2]'],
	])('is sent as text: %j', async (message, stored) => {
		const { workflowId, eventToken } = workflow();
		await stage.run({ items: [{ eventToken, message }] });
		await stage.run({
			items: [
				{ eventToken, message },
				{ eventToken, message },
			],
		});
		expect(stage.portal.log(workflowId)).toEqual([stored, stored, stored]);
	});

	it('is sent as an ISO date when an expression gives a date', async () => {
		const { workflowId, eventToken } = workflow();
		await stage.run({
			items: [{ eventToken }],
			parameters: { message: '={{ DateTime.fromISO("2026-01-02T03:04:05Z").toUTC() }}' },
		});
		expect(stage.portal.log(workflowId)[0]).toMatch(/^2026-01-02T03:04:05/);
	});
});
