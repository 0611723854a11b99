/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { finishedExecution, itemsOf, startedBy, type Execution } from '../n8n/executions';
import { connectApplication } from '../n8n/portalCredentials';
import { exampleWorkflow, publish, saveWorkflow, type Workflow } from '../n8n/workflows';
import { openStage, runWith, type Stage } from './stage';

/** The example workflows in test/workflows, as a person imports, publishes and uses them. */

let stage: Stage;
beforeAll(async () => {
	stage = await openStage();
	await connectApplication(stage.session, stage.url, stage.portal);
});
afterEach(() => stage.portal.clear());
afterAll(async () => await stage.portal.stop());

async function publishExample(name: string): Promise<Workflow> {
	const workflow = await saveWorkflow(stage.session, exampleWorkflow(name));
	await publish(stage.session, workflow);
	return workflow;
}

/** The portal runs a process whose step calls the workflow. Resolves when n8n is done with it. */
async function callByStep({ id }: Workflow, path: string): Promise<{ log: string[]; execution: Execution }> {
	let workflowId = '';
	const executionId = await startedBy(stage.session, id, async () => {
		({ workflowId } = await stage.portal.runProcess({
			handler: `${stage.url}/webhook/${path}`,
			document: ['crm', 'CCrmDocumentDeal', 'DEAL_15'],
		}));
	});
	const execution = await finishedExecution(stage.session, executionId);
	return { log: stage.portal.log(workflowId), execution };
}

const files = readdirSync(join(__dirname, '..', 'workflows')).map((file) => file.replace('.json', ''));

describe('Each example', () => {
	it.each(files)('%s explains itself, and names its credential without an id of another n8n', (file) => {
		const { nodes } = exampleWorkflow(file);
		expect(nodes.some(({ type }) => type === 'n8n-nodes-base.stickyNote')).toBe(true);
		const ids = nodes.flatMap(({ credentials = {} }) => Object.values(credentials).map(({ id }) => id));
		expect(ids).toEqual([null]);
	});

	it.each(files)('%s can be imported and published', async (file) => {
		await expect(publishExample(file)).resolves.toMatchObject({ name: exampleWorkflow(file).name });
	});
});

describe('Log from a process step', () => {
	it('writes its three lines, in order, into the log of the process that called', async () => {
		const workflow = await publishExample('log-from-a-process-step');
		const { log, execution } = await callByStep(workflow, 'bitrix24-step');
		expect(execution.status).toBe('success');
		expect(log).toEqual(['n8n took over at the step n8n_step', 'Working on DEAL_15', 'Done']);
	});
});

describe('Log with OAuth2', () => {
	it('writes its line as a connected application', async () => {
		const workflow = await publishExample('log-with-oauth2');
		const { log, execution } = await callByStep(workflow, 'bitrix24-step-oauth2');
		expect(execution.status).toBe('success');
		expect(log).toEqual(['n8n looked at DEAL_15 as a connected application']);
		expect(stage.portal.requests.map(({ authorization }) => authorization)).toEqual(['bearer']);
	});
});

describe('Log many lines', () => {
	it('writes 120 lines in their order with three requests', async () => {
		const workflow = await publishExample('log-many-lines');
		const { workflowId, eventToken } = stage.portal.startWorkflow();
		const lines = Array.from({ length: 120 }, (_, index) => ({ eventToken, message: `line ${index}` }));
		const { status } = await runWith(stage, workflow, lines);
		expect(status).toBe('success');
		expect(stage.portal.log(workflowId)).toEqual(lines.map(({ message }) => message));
		expect(stage.portal.requests).toHaveLength(3);
	});
});

describe('Failed lines take the error branch', () => {
	it('writes the other lines, and sends the refused one below with its fields and what to do about it', async () => {
		const workflow = await publishExample('failed-lines-take-the-error-branch');
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
		expect(itemsOf(execution, 'Accepted lines').map(({ json }) => json.message)).toEqual([
			'line 0',
			'line 2',
		]);
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
});
