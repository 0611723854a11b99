import { retryExecution } from '../n8n/executions';
import { errorOf, openStage, publishLines, runWith, type Stage } from './stage';

/** n8n runs the node again with all its items; no line may be in a log twice for that. */

let stage: Stage;
beforeAll(async () => {
	stage = await openStage();
});
afterEach(() => stage.portal.clear());
afterAll(async () => await stage.portal.stop());

/** Three lines into one log, of which the portal refuses the second one once. */
function threeLines() {
	const { workflowId, eventToken } = stage.portal.startWorkflow();
	stage.portal.fault({ kind: 'refuse', status: 400, code: '499', on: 'command', workflowId, after: 1 });
	return {
		lines: ['first', 'second', 'third'].map((message) => ({ eventToken, message })),
		log: () => stage.portal.log(workflowId),
	};
}

it('Retry On Fail sends the refused line and those after it, not the one that was accepted', async () => {
	const workflow = await publishLines(stage, 'retry-on-fail', {
		retryOnFail: true,
		maxTries: 2,
		waitBetweenTries: 0,
	});
	const { lines, log } = threeLines();
	const { status } = await runWith(stage, workflow, lines);
	expect(status).toBe('success');
	expect(log()).toEqual(['first', 'second', 'third']);
});

it('Retry of a failed execution sends the refused line and those after it, not the one that was accepted', async () => {
	const workflow = await publishLines(stage, 'retry-of-an-execution');
	const { lines, log } = threeLines();
	const failed = await runWith(stage, workflow, lines);
	expect(failed.status).toBe('error');
	expect(errorOf(failed)?.description).toMatch(
		/Stopped at item 1 \(n8n counts from 0\)\. Lines accepted: 1\./,
	);
	expect(log()).toEqual(['first']);

	const { status } = await retryExecution(stage.session, failed.id);
	expect(status).toBe('success');
	expect(log()).toEqual(['first', 'second', 'third']);
});

it('A line whose answer was lost is sent again by Retry only, never by Retry On Fail', async () => {
	const workflow = await publishLines(stage, 'retry-in-doubt', {
		retryOnFail: true,
		maxTries: 2,
		waitBetweenTries: 0,
	});
	const { workflowId, eventToken } = stage.portal.startWorkflow();
	stage.portal.fault({ kind: 'dropBefore' });
	const failed = await runWith(stage, workflow, [{ eventToken, message: 'in doubt' }]);
	expect(failed.status).toBe('error');
	expect(errorOf(failed)?.message).toMatch(/may already be in the log/);
	expect(stage.portal.requests).toHaveLength(1);

	const { status } = await retryExecution(stage.session, failed.id);
	expect(status).toBe('success');
	expect(stage.portal.log(workflowId)).toEqual(['in doubt']);
});
