import { callTool } from '../agent';
import { CONTINUE, numbered, texts } from '../lines';
import { asTool, inLoop, type Scene } from '../plans';
import { contractStage } from './stage';

const stage = contractStage();
const { workflow } = stage;

describe('13. n8n runs the node again', () => {
	const RETRY = { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 };

	it('with Retry On Fail after a stop: only what is known not to be written is sent again', async () => {
		const [a, b, c] = [workflow(), workflow(), workflow()];
		stage.portal.fault({
			kind: 'refuse',
			on: 'command',
			status: 403,
			code: 'ACCESS_DENIED',
			workflowId: b.workflowId,
		});
		const items = [a, b, c].map(({ eventToken }, index) => ({ eventToken, message: `${index}` }));
		const { passed, error } = await stage.run({ items, settings: RETRY });
		expect(error).toBeUndefined();
		expect([a, b, c].map(({ workflowId }) => stage.portal.log(workflowId))).toEqual([['0'], ['1'], ['2']]);
		expect(passed.map(({ json }) => json.bizprocLog)).toEqual([
			{ accepted: true, workflowId: a.workflowId, acceptedEarlier: true },
			{ accepted: true, workflowId: b.workflowId },
			{ accepted: true, workflowId: c.workflowId },
		]);
	});

	it('because the first output item has failed: the others are not written twice', async () => {
		const { workflowId, eventToken } = workflow();
		const items = numbered(eventToken, 3);
		items[0].eventToken = 'wrong';
		const { passed, failed } = await stage.run({ items, settings: { ...RETRY, ...CONTINUE } });
		expect(stage.portal.log(workflowId)).toEqual(['line 1', 'line 2']);
		expect([passed.length, failed.length]).toEqual([2, 1]);
	});

	it('because the first item merely carries a field named error', async () => {
		const { workflowId, eventToken } = workflow();
		const items = numbered(eventToken, 3).map((item) => ({ ...item, error: 'from before' }));
		const { passed } = await stage.run({ items, settings: RETRY });
		expect(stage.portal.log(workflowId)).toEqual(texts(items));
		expect(passed).toHaveLength(3);
	});

	it('with Retry of a failed execution: confirmed lines stay single', async () => {
		const [a, b] = [workflow(), workflow()];
		stage.portal.fault({
			kind: 'refuse',
			on: 'command',
			status: 403,
			code: 'ACCESS_DENIED',
			workflowId: b.workflowId,
		});
		const scene: Scene = { items: [a, b].map(({ eventToken }) => ({ eventToken, message: 'once' })) };
		const first = await stage.run(scene);
		expect(first.error).toBeDefined();
		const second = await stage.retry(scene, first.run);
		expect(second.error).toBeUndefined();
		expect(second.passed).toHaveLength(2);
		expect([a, b].map(({ workflowId }) => stage.portal.log(workflowId))).toEqual([['once'], ['once']]);
	});

	it('sends unknown lines again only when the user himself presses Retry, and then once', async () => {
		const { workflowId, eventToken } = workflow();
		stage.portal.fault({ kind: 'dropBefore' });
		const scene: Scene = { items: numbered(eventToken, 1), settings: RETRY };
		const first = await stage.run(scene);
		expect(first.error).toBeDefined();
		expect(stage.portal.requests).toHaveLength(1);

		stage.portal.fault({ kind: 'dropBefore' });
		const second = await stage.retry(scene, first.run);
		expect(second.error).toBeDefined();
		expect(stage.portal.requests).toHaveLength(2);

		const third = await stage.retry(scene, second.run);
		expect(third.error).toBeUndefined();
		expect(stage.portal.log(workflowId)).toEqual(['line 0']);
	});

	it('by Retry, but the workflow has ended since: of an unknown line still nobody knows', async () => {
		const { workflowId, eventToken } = workflow();
		stage.portal.fault({ kind: 'dropAfter' });
		const scene: Scene = { items: numbered(eventToken, 1) };
		const first = await stage.run(scene);
		stage.portal.finishWorkflow(workflowId);
		const { error } = await stage.retry(scene, first.run);
		expect(error?.message).toMatch(/has ended since.*may already be in the log/);
	});

	it('by Retry, and the portal refuses: its reason is told, and that the line may be there', async () => {
		const { eventToken } = workflow();
		stage.portal.fault({ kind: 'dropAfter' });
		const scene: Scene = { items: numbered(eventToken, 1) };
		const first = await stage.run(scene);
		stage.portal.fault({ kind: 'refuse', status: 401, code: 'INVALID_CREDENTIALS', times: 2 });
		const { error } = await stage.retry(scene, first.run);
		expect(error?.message).toMatch(/does not accept this webhook.*may already be in the log/);
		expect(error?.description).toMatch(/Copy the address again/);
	});

	it('as a tool that an agent calls several times at once: no two calls meet in one workflow', async () => {
		const { workflowId, eventToken } = workflow();
		const items = numbered(eventToken, 4);
		stage.portal.setLimits({ commandMs: 30 });
		const parameters = { eventToken: `={{ $fromAI('eventToken') }}`, message: `={{ $fromAI('message') }}` };
		await stage.engine.start(asTool({ items, parameters }, 'test.hastyAgent')).finished;
		stage.portal.setLimits({ commandMs: 0 });
		expect(stage.portal.log(workflowId).sort()).toEqual(texts(items));
		expect(stage.portal.collisions).toBe(0);
	});

	it('in a loop: each round writes its own lines', async () => {
		const { workflowId, eventToken } = workflow();
		const run = await stage.engine.start(inLoop({ items: [{ eventToken, message: 'round' }] }, 3)).finished;
		expect(run.data.resultData.error).toBeUndefined();
		expect(stage.portal.log(workflowId)).toEqual(['round', 'round', 'round']);
	});

	it('as a tool of an agent: each call writes its line, also twice the same', async () => {
		const { workflowId, eventToken } = workflow();
		const item = { eventToken, message: 'still working' };
		const answers = await callTool(stage, { items: [item, { ...item }] });
		expect(stage.portal.log(workflowId)).toEqual(['still working', 'still working']);
		expect(answers).toEqual([
			expect.stringContaining('"accepted":true'),
			expect.stringContaining('"accepted":true'),
		]);
	});

	it('as a tool: the model gets to see the outcome, not the event token', async () => {
		const { eventToken } = workflow();
		const parameters = { eventToken: `={{ $fromAI('eventToken') }}` };
		const [answer] = await callTool(stage, { items: [{ eventToken, message: 'x' }], parameters });
		expect(answer).toContain('"accepted":true');
		expect(answer).not.toContain(eventToken);
	});

	it('as a tool with Retry On Fail: a lost answer is not repeated', async () => {
		const { workflowId, eventToken } = workflow();
		stage.portal.fault({ kind: 'dropAfter' });
		const answers = await callTool(stage, { items: [{ eventToken, message: 'once' }], settings: RETRY });
		expect(stage.portal.log(workflowId)).toEqual(['once']);
		expect(answers[0]).toMatch(/may already be in the log/);
	});
});
