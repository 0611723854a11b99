import { contractStage } from './stage';

const stage = contractStage();
const { workflow } = stage;

describe('2. A message that matches the portal’s substitution', () => {
	it('never rides in a batch and is stored exactly as written', async () => {
		const { workflowId, eventToken } = workflow();
		const messages = [
			'before',
			'x $result[item_0] y',
			'$time[item_0][duration]',
			'US$total=[5]',
			'after',
			'end',
		];
		await stage.run({ items: messages.map((message) => ({ eventToken, message })) });
		expect(stage.portal.log(workflowId)).toEqual(messages);
		const direct = stage.portal.requests.filter(({ method }) => method !== 'batch');
		expect(direct.map(({ commands }) => commands[0].params.LOG_MESSAGE)).toEqual(
			expect.arrayContaining(messages.slice(1, 4)),
		);
	});
});
