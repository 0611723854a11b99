import { CONTINUE, details, numbered, outcomes, texts } from '../lines';
import { stageForEachTest } from '../hookedStage';
import { timed, until } from './time';

/** Max Wait bounds every wait without progress, and the node's own waits never fail an item that nobody asked for. */

const stage = stageForEachTest();
const waiting = (maxWaitSeconds: number) => ({ options: { maxWaitSeconds } });

it('A time that the portal named to one execution does not keep the next one waiting longer than its Max Wait', async () => {
	const { workflowId, eventToken } = stage.portal.startWorkflow();
	const scene = { items: numbered(eventToken, 3), parameters: waiting(1), settings: CONTINUE };
	const code = 'QUERY_LIMIT_EXCEEDED';
	stage.portal.fault({ kind: 'refuse', status: 503, code, headers: { 'Retry-After': '3600' }, times: 99 });

	const first = await timed(stage.run(scene));
	const second = await timed(stage.run(scene));
	for (const { value, seconds } of [first, second]) {
		expect(seconds).toBeLessThan(3);
		expect(outcomes(value.failed)).toEqual({ notSent: 3 });
		expect(details(value.failed[0])).toMatchObject({ code });
		expect(details(value.failed[0]).nextStep).toMatch(/\d\d:\d\d/);
	}
	expect(stage.portal.log(workflowId)).toEqual([]);
});

it('A workflow that another execution holds is waited for no longer than Max Wait, and its item says why', async () => {
	const [held, free] = [stage.portal.startWorkflow(), stage.portal.startWorkflow()];
	stage.portal.fault({ kind: 'silence', workflowId: held.workflowId });
	const holder = stage.start({ items: numbered(held.eventToken, 1) });
	await until(() => stage.portal.requests.length === 1);

	const items = [...numbered(held.eventToken, 2), ...numbered(free.eventToken, 2)];
	const { value, seconds } = await timed(stage.run({ items, parameters: waiting(1), settings: CONTINUE }));
	expect(seconds).toBeGreaterThan(0.8);
	expect(seconds).toBeLessThan(4);
	expect(stage.portal.log(free.workflowId)).toEqual(texts(items.slice(2)));
	expect(outcomes(value.failed)).toEqual({ notSent: 2 });
	expect(value.failed[0].json.error).toMatch(/another execution/i);
	expect(stage.portal.requests.filter(({ status }) => status === null)).toHaveLength(1);

	holder.stop();
	await holder.finished;
	expect((await stage.run({ items: items.slice(0, 2) })).passed).toHaveLength(2);
});

it('With On Error = stop it ends the node in the same way', async () => {
	const { eventToken } = stage.portal.startWorkflow();
	stage.portal.fault({ kind: 'silence' });
	const holder = stage.start({ items: numbered(eventToken, 1) });
	await until(() => stage.portal.requests.length === 1);
	const { value, seconds } = await timed(
		stage.run({ items: numbered(eventToken, 2), parameters: waiting(1) }),
	);
	expect(seconds).toBeLessThan(4);
	expect(value.error?.message).toMatch(/another execution/i);
	holder.stop();
	await holder.finished;
});

it('A portal that refuses every second request gets all lines, though the node paces itself meanwhile', async () => {
	const { workflowId, eventToken } = stage.portal.startWorkflow();
	// Each fault waits until so many requests have passed, and a request that is refused passes none of those behind.
	for (let passed = 1; passed < 30; passed += 1) stage.portal.fault({ kind: 'queryLimit', after: passed });
	const items = numbered(eventToken, 450);
	const { passed, failed } = await stage.run({ items, parameters: waiting(3), settings: CONTINUE });
	expect(outcomes(failed)).toEqual({});
	expect(passed).toHaveLength(450);
	expect(stage.portal.log(workflowId)).toEqual(texts(items));
}, 120_000);
