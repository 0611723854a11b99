import { endedProcess, startProcess } from '../../n8n/portalProcesses';
import { openStage, type Stage } from '../stage';
import { linesOf, publishStep } from './stepWorkflow';

const PROCESSES = 100;

let stage: Stage;
beforeAll(async () => {
	stage = await openStage({ connected: true });
});
afterAll(async () => await stage.portal.stop());

it('A hundred processes come to the step at once: each gets its lines and its own result, once', async () => {
	const { portal } = stage;
	await publishStep(stage, 'Burst');
	portal.clear();
	const started = Array.from({ length: PROCESSES }, async (_, count) => {
		return await startProcess(portal, [{ name: 'Burst', properties: { count } }]);
	});
	const processes = await Promise.all(
		started.map(async (workflowId) => await endedProcess(portal, await workflowId)),
	);

	expect(processes.map(({ returned }) => returned.map(({ values }) => values.count))).toEqual(
		processes.map((_, count) => [String(count)]),
	);
	expect(processes.map(({ lines }) => lines)).toEqual(processes.map(({ workflowId }) => linesOf(workflowId)));
	const posts = processes.flatMap((process) => process.posts.map(({ status }) => status));
	expect(posts).toEqual(Array(PROCESSES).fill(200));
	const sent = portal.requests.flatMap(({ commands }) => commands.map(({ method }) => method));
	expect(sent.filter((method) => method === 'bizproc.event.send')).toHaveLength(PROCESSES);
});
