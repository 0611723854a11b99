import { itemsOf } from '../../n8n/executions';
import { endedProcess, startProcess, stepNamed } from '../../n8n/portalProcesses';
import { openStage, type Stage } from '../stage';
import { runStep } from '../step';
import { linesOf, publishStep } from './stepWorkflow';

/** A process of the portal comes to steps that are n8n workflows. */

let stage: Stage;
beforeAll(async () => {
	stage = await openStage({ connected: true });
});
afterEach(() => stage.portal.clear());
afterAll(async () => await stage.portal.stop());

const filledIn = { text: 'héllo & <b>', sum: 1.5, count: '7', urgent: true, tags: ['a', 'b'] };

it('n8n starts with clean data, typed as declared, and without keys of the portal', async () => {
	const workflow = await publishStep(stage, 'Clean data');
	const { execution, process } = await runStep(stage, workflow, { name: 'Clean data', properties: filledIn });
	expect(execution.status).toBe('success');
	expect(itemsOf(execution, 'Step').map(({ json }) => json)).toEqual([
		{
			eventToken: process.eventToken,
			workflowId: process.workflowId,
			code: stepNamed(stage.portal, 'Clean data').code,
			documentId: ['crm', 'CCrmDocumentDeal', 'DEAL_15'],
			documentType: ['crm', 'CCrmDocumentDeal', 'DEAL'],
			properties: { text: 'héllo & <b>', sum: 1.5, count: 7, urgent: true, tags: ['a', 'b'] },
			returnKeys: ['text', 'sum', 'count', 'urgent', 'tags'],
			waitsForResult: true,
			timeoutSeconds: 0,
			sentAt: expect.stringMatching(/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/),
			userId: null,
			portal: { domain: new URL(stage.portal.url).host, memberId: stage.portal.memberId },
		},
	]);
});

it('Fields that nobody filled in are null, empty or an empty list, by their types', async () => {
	const workflow = await publishStep(stage, 'Nothing filled in');
	const { execution, process } = await runStep(stage, workflow, { name: 'Nothing filled in' });
	expect(itemsOf(execution, 'Step')[0].json.properties).toEqual({
		...{ text: '', sum: null, count: null, urgent: null, tags: [] },
	});
	expect(process.state).toBe('finished');
});

it('The line stands in the log, the values go back as Bitrix24 wants them, and the process ends', async () => {
	const workflow = await publishStep(stage, 'Line and result');
	const { process } = await runStep(stage, workflow, { name: 'Line and result', properties: filledIn });
	expect(process.state).toBe('finished');
	expect(process.lines).toEqual(linesOf(process.workflowId));
	expect(process.returned.map(({ values }) => values)).toEqual([
		{ text: 'héllo & <b>', sum: '1.5', count: '7', urgent: 'Y', tags: ['a', 'b'] },
	]);
});

it('The process goes on to a step of another n8n workflow with the values that came back', async () => {
	await publishStep(stage, 'First step', { code: 'first' });
	await publishStep(stage, 'Second step', { code: 'second' });
	const id = await startProcess(stage.portal, [
		{ name: 'First step', properties: { sum: 20.5, tags: ['a'] } },
		{
			name: 'Second step',
			properties: { sum: '{=first:sum}', text: 'It was {=first:sum}', tags: '{=first:tags}' },
		},
	]);
	const process = await endedProcess(stage.portal, id);
	expect(process.state).toBe('finished');
	expect(process.returned[1]).toMatchObject({
		code: 'second',
		values: { sum: '20.5', text: 'It was 20.5', tags: ['a'] },
	});
	expect(process.lines).toEqual([...linesOf(id), ...linesOf(id)]);
});
