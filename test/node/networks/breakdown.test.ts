import { CONTINUE, inTurnFor, numbered, outcomes } from '../lines';
import { SEND } from '../plans';
import { stageForEachTest } from '../hookedStage';
import { timed } from '../core/time';

/** The portal breaks down in the middle: after three answers in a row that nobody can read, nothing more is written. */

const stage = stageForEachTest();
const LANES = 5;
const written = () => stage.portal.requests.filter(({ method }) => method !== 'method.get');
const asked = () => stage.portal.requests.filter(({ method }) => method === 'method.get');
/** No method named: it strikes everything, the question, too. */
const breakDown = (times: number, after = 2) =>
	stage.portal.fault({ kind: 'html', status: 500, times, after });

it('costs a few requests in doubt, and when the portal is back the run goes on', async () => {
	const workflows = stage.portal.startWorkflows({ count: 40 });
	const items = inTurnFor(workflows, 2000);
	// One question more than are under way when it breaks finds it down.
	breakDown(LANES + 3);
	const { passed, failed } = await stage.run({ items, settings: CONTINUE });
	const counts = outcomes(failed);
	expect(Object.keys(counts)).toEqual(['unknown']);
	expect(counts.unknown).toBeLessThanOrEqual((3 + LANES) * 50);
	expect(passed.length + failed.length).toBe(2000);
	expect(asked().length).toBeGreaterThan(0);
	const lines = workflows.flatMap(({ workflowId }) => stage.portal.log(workflowId));
	expect(new Set(lines).size).toBe(passed.length);
});

it('that does not pass within Max Wait leaves the rest not sent', async () => {
	const workflows = stage.portal.startWorkflows({ count: 40 });
	breakDown(999);
	const { value, seconds } = await timed(
		stage.run({
			items: inTurnFor(workflows, 2000),
			settings: CONTINUE,
			parameters: { options: { maxWaitSeconds: 4 } },
		}),
	);
	const { passed, failed } = value;
	const { unknown, notSent } = outcomes(failed);
	expect(unknown).toBeLessThanOrEqual((3 + LANES) * 50);
	expect(notSent).toBe(2000 - passed.length - unknown);
	expect(written().length).toBeLessThanOrEqual(2 + 3 + LANES);
	expect(seconds).toBeLessThan(10);
	expect(failed.at(-1)?.json.error).toMatch(/stopped answering/);
});

it('one lost answer alone is no breakdown', async () => {
	const { eventToken } = stage.portal.startWorkflow();
	breakDown(1, 0);
	const { passed } = await stage.run({ items: numbered(eventToken, 200), settings: CONTINUE });
	expect(passed).toHaveLength(150);
	expect(asked()).toEqual([]);
});

it('holds results back, too, whose repeats would be more requests in vain', async () => {
	const tokens = stage.portal.startWorkflows({ count: 30 });
	const items = tokens.map(({ eventToken }, index) => ({ eventToken, values: { a: String(index) } }));
	breakDown(LANES + 3, 0);
	const { passed, failed } = await stage.run({ nodeName: SEND, items, settings: CONTINUE });
	expect(passed.length + failed.length).toBe(30);
	for (const { workflowId } of tokens) expect(stage.portal.accepted(workflowId)).toBeLessThanOrEqual(1);
	expect(failed).toEqual([]);
	expect(asked().length).toBeGreaterThan(0);
});
