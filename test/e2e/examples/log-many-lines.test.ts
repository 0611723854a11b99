import { openStage, runWith, type Stage } from '../stage';
import { publishExample } from './example';

let stage: Stage;
beforeAll(async () => {
	stage = await openStage();
});
afterAll(async () => await stage.portal.stop());

it('120 lines arrive in their order with three requests', async () => {
	const workflow = await publishExample(stage, 'log-many-lines');
	const { workflowId, eventToken } = stage.portal.startWorkflow();
	const lines = Array.from({ length: 120 }, (_, index) => ({ eventToken, message: `line ${index}` }));
	const { status } = await runWith(stage, workflow, lines);
	expect(status).toBe('success');
	expect(stage.portal.log(workflowId)).toEqual(lines.map(({ message }) => message));
	expect(stage.portal.requests).toHaveLength(3);
});
