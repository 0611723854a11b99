import { contractStage } from './stage';

const stage = contractStage();
const { workflow } = stage;

describe('6. A token with spaces or a line end around it', () => {
	it('is trimmed', async () => {
		const { workflowId, eventToken } = workflow();
		await stage.run({ items: [{ eventToken: `\n  ${eventToken} \r\n`, message: 'x' }] });
		expect(stage.portal.log(workflowId)).toEqual(['x']);
	});
});
