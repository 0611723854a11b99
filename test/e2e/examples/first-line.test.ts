import { openStage, type Stage } from '../stage';
import { runStep } from '../step';
import { publishExample } from './example';

let stage: Stage;
beforeAll(async () => {
	stage = await openStage({ connected: true });
});
afterAll(async () => await stage.portal.stop());

it('The line stands in the log of the process that reached the step, and the process goes on', async () => {
	const workflow = await publishExample(stage, 'first-line');
	const { process, execution } = await runStep(stage, workflow, { name: 'Ask n8n' });
	expect(execution.status).toBe('success');
	expect(process.state).toBe('finished');
	expect(process.lines[0]).toBe('Hello from n8n');
	expect(process.returned).toMatchObject([{ values: {}, timedOut: false }]);
});
