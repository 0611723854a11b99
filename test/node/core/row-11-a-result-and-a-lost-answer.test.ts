import { CONTINUE, outcomes } from '../lines';
import { SEND, type Scene } from '../plans';
import { detailsOf, itemFor, openSendStage, type SendStage } from '../send/stage';

/** Send Result: the answer is lost, and asked again the portal says that the workflow has ended. Nobody knows then. */

let stage: SendStage;
beforeAll(async () => {
	stage = await openSendStage();
});
afterEach(() => stage.portal.clear());
afterAll(async () => await stage.close());

const ENDED = { kind: 'refuse', status: 400, code: '404' } as const;
const explained = (text: unknown) => {
	expect(text).toMatch(/answer .*lost/i);
	expect(text).toMatch(/no longer run|has ended/i);
};

it.each(['dropAfter', 'dropBefore'] as const)('A lost answer, then 404, is unknown: %s', async (kind) => {
	const [step] = stage.steps(1);
	stage.portal.fault({ kind });
	stage.portal.fault({ ...ENDED, workflowId: step.workflowId });
	const { passed, failed } = await stage.send({ items: [itemFor(step)], settings: CONTINUE });
	expect(passed).toEqual([]);
	expect(detailsOf(failed[0])).toMatchObject({ outcome: 'unknown', nextStep: expect.stringMatching(/\w/) });
	explained(failed[0].json.error);
	expect(stage.portal.requests).toHaveLength(2);
});

it('ends a node that stops on error, with the same explanation', async () => {
	const [step] = stage.steps(1);
	stage.portal.fault({ kind: 'dropAfter' });
	stage.portal.fault(ENDED);
	const { error, passed } = await stage.send({ items: [itemFor(step)] });
	expect(passed).toEqual([]);
	explained(`${error?.message} ${error?.description}`);
});

it('is told of its own item only; the rest of the batch is sent', async () => {
	const steps = stage.steps(3);
	stage.portal.fault({ kind: 'dropBefore' });
	stage.portal.fault({ ...ENDED, on: 'command', workflowId: steps[1].workflowId });
	const { passed, failed } = await stage.send({
		items: steps.map((step) => itemFor(step)),
		settings: CONTINUE,
	});
	expect(passed.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 2 }]);
	expect(outcomes(failed)).toEqual({ unknown: 1 });
	expect(steps.map(stage.returned)).toEqual([{ a: 'x' }, undefined, { a: 'x' }]);
});

it.each([
	['n8n’s Retry On Fail', { retryOnFail: true, maxTries: 2, waitBetweenTries: 1 }],
	['the user’s Retry', undefined],
])('stays unknown in a later run: %s', async (_who, settings) => {
	const [step] = stage.steps(1);
	const scene: Scene = {
		nodeName: SEND,
		items: [itemFor(step)],
		parameters: { options: { maxWaitSeconds: 0 } },
		settings,
	};
	stage.portal.fault({ kind: 'dropAfter' });
	stage.portal.fault(ENDED);
	const first = await stage.run(scene);
	const last = settings ? first : await stage.retry(scene, first.run);
	expect(last.passed).toEqual([]);
	explained(`${last.error?.message} ${last.error?.description}`);
});

it('Without a lost answer, 404 is a plain refusal', async () => {
	const [step] = stage.steps(1);
	stage.portal.finishWorkflow(step.workflowId);
	const { failed } = await stage.send({ items: [itemFor(step)], settings: CONTINUE });
	expect(outcomes(failed)).toEqual({ refused: 1 });
	expect(failed[0].json.error).not.toMatch(/lost/);
});
