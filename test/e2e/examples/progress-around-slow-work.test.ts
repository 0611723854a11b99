import { openStage, type Stage } from '../stage';
import { runStep } from '../step';
import { publishExample } from './example';

let stage: Stage;
beforeAll(async () => {
	stage = await openStage({ connected: true });
});
afterAll(async () => await stage.portal.stop());

it('A line stands before and after the work, and the process goes on with what came of it', async () => {
	const workflow = await publishExample(stage, 'progress-around-slow-work');
	const properties = { documents: ['Contract', 'Invoice'] };
	const { process, execution } = await runStep(stage, workflow, {
		name: 'Prepare the documents',
		properties,
	});
	expect(execution.status).toBe('success');
	expect(process.state).toBe('finished');
	expect(process.lines).toEqual([
		'n8n prepares for DEAL_15: Contract, Invoice',
		'Done, 2 documents are ready',
		'The process goes on',
	]);
	expect(process.returned).toMatchObject([{ values: { prepared: '2', complete: 'Y' }, timedOut: false }]);
});
