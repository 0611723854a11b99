import { CONTINUE, inTurnFor, numbered, outcomes, texts } from '../lines';
import { SEND } from '../plans';
import { stageForEachTest } from '../hookedStage';
import { pause, timed, until } from './time';

/** What never connected cannot have run: it is waited for like a limit, and told as not sent when Max Wait is over. */

const stage = stageForEachTest();
const waiting = (maxWaitSeconds: number) => ({ options: { maxWaitSeconds } });

describe.each([
	['stop', undefined],
	['continue', CONTINUE],
])('With On Error = %s', (_name, settings) => {
	it('a portal that is back within Max Wait gets every line once', async () => {
		const { workflowId, eventToken } = stage.portal.startWorkflow();
		const items = numbered(eventToken, 120);
		await stage.portal.goOffline();
		const running = stage.run({ items, parameters: waiting(20), settings });
		await pause(700);
		await stage.portal.comeBack();
		const { passed, error } = await running;
		expect(error).toBeUndefined();
		expect(passed).toHaveLength(120);
		expect(stage.portal.log(workflowId)).toEqual(texts(items));
	});

	it('a portal that does not come back is given up after Max Wait', async () => {
		const { eventToken } = stage.portal.startWorkflow();
		await stage.portal.goOffline();
		const scene = { items: numbered(eventToken, 120), parameters: waiting(2), settings };
		const { value, seconds } = await timed(stage.run(scene));
		expect(seconds).toBeGreaterThan(1.5);
		expect(seconds).toBeLessThan(4);
		const told = settings ? value.failed[0].json.error : value.error?.message;
		expect(told).toMatch(/could not be reached/);
		if (settings) expect(outcomes(value.failed)).toEqual({ notSent: 120 });
	});

	it('Stop ends the wait within a second', async () => {
		const { eventToken } = stage.portal.startWorkflow();
		await stage.portal.goOffline();
		const execution = stage.start({ items: numbered(eventToken, 3), parameters: waiting(60), settings });
		await pause(300);
		execution.stop();
		const { value, seconds } = await timed(execution.finished);
		expect(value.status).toBe('canceled');
		expect(seconds).toBeLessThan(1);
	});
});

it('A portal that goes away in the middle: what was under way is unknown, everything else arrives', async () => {
	const workflows = stage.portal.startWorkflows({ count: 20 });
	const items = inTurnFor(workflows, 600);
	stage.portal.setLimits({ latencyMs: 40 });
	const running = stage.run({ items, parameters: waiting(20), settings: CONTINUE });
	await until(() => stage.portal.requests.some(({ status }) => status === 200));
	await stage.portal.goOffline();
	await pause(400);
	await stage.portal.comeBack();
	const { passed, failed } = await running;

	expect(Object.keys(outcomes(failed)).filter((outcome) => outcome !== 'unknown')).toEqual([]);
	expect(failed.length).toBeLessThanOrEqual(250);
	const written = workflows.flatMap(({ workflowId }) => stage.portal.log(workflowId));
	expect(new Set(written).size).toBe(written.length);
	expect(written).toEqual(expect.arrayContaining(texts(passed.map(({ json }) => json))));
});

it('A result is sent once, when the portal is back', async () => {
	const { workflowId, eventToken } = stage.portal.startWorkflow();
	await stage.portal.goOffline();
	const running = stage.run({
		nodeName: SEND,
		items: [{ eventToken, values: { a: 'x' } }],
		parameters: waiting(20),
	});
	await pause(700);
	await stage.portal.comeBack();
	expect((await running).passed).toHaveLength(1);
	expect(stage.portal.accepted(workflowId)).toBe(1);
});
