import { itemsOf } from '../../n8n/executions';
import { openStage, runWith, type Stage } from '../stage';
import { publishExample } from './example';

let stage: Stage;
beforeAll(async () => {
	stage = await openStage();
});
afterAll(async () => await stage.portal.stop());

it('The other lines are written, and the refused one leaves below with its fields and what to do about it', async () => {
	const workflow = await publishExample(stage, 'failed-lines-take-the-error-branch');
	const running = stage.portal.startWorkflow();
	const finished = stage.portal.startWorkflow();
	stage.portal.finishWorkflow(finished.workflowId);
	const lines = [running, finished, running].map(({ eventToken }, index) => ({
		eventToken,
		message: `line ${index}`,
	}));
	const execution = await runWith(stage, workflow, lines);

	expect(execution.status).toBe('success');
	expect(stage.portal.log(running.workflowId)).toEqual(['line 0', 'line 2']);
	expect(itemsOf(execution, 'Accepted lines').map(({ json }) => json.message)).toEqual(['line 0', 'line 2']);
	const [refused, ...others] = itemsOf(execution, 'Bizproc Log', 1).map(({ json }) => json);
	expect(others).toEqual([]);
	expect(refused).toMatchObject({ ...lines[1], details: { code: '404', outcome: 'refused' } });
	expect(itemsOf(execution, 'What to do').map(({ json }) => json)).toEqual([
		{
			line: 'line 1',
			whatHappened: refused.error,
			whatToDo: (refused.details as { nextStep: string }).nextStep,
		},
	]);
});
