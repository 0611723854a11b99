import { finishedExecution, startedBy } from '../../n8n/executions';
import { openStage, type Stage } from '../stage';
import { publishExample } from './example';

let stage: Stage;
beforeAll(async () => {
	stage = await openStage();
});
afterAll(async () => await stage.portal.stop());

it('Its three lines stand, in order, in the log of the process whose step called', async () => {
	const workflow = await publishExample(stage, 'log-from-a-process-step');
	let workflowId = '';
	const executionId = await startedBy(stage.session, workflow.id, async () => {
		({ workflowId } = await stage.portal.runProcess({
			handler: `${stage.url}/webhook/bitrix24-step`,
			document: ['crm', 'CCrmDocumentDeal', 'DEAL_15'],
		}));
	});
	const { status } = await finishedExecution(stage.session, executionId);
	expect(status).toBe('success');
	expect(stage.portal.log(workflowId)).toEqual([
		'n8n took over at the step n8n_step',
		'Working on DEAL_15',
		'Done',
	]);
});
