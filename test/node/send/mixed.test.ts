import type { IDataObject } from 'n8n-workflow';
import { inTurn } from '../plans';
import { openStage, type Stage } from '../stage';

/** Bizproc Log and Send Result in one workflow. */

let stage: Stage;
beforeAll(async () => {
	stage = await openStage();
});
afterEach(() => stage.portal.clear());
afterAll(async () => await stage.close());

it('Lines are written before the result closes the step, and no two calls meet in one workflow', async () => {
	const steps = Array.from({ length: 60 }, () => stage.portal.startWorkflow());
	const items = steps.map(({ eventToken }, n) => ({ eventToken, message: `line ${n}`, values: { n } }));
	stage.portal.setLimits({ commandMs: 1 });
	const run = await stage.engine.start(inTurn({ items })).finished;
	stage.portal.setLimits({ commandMs: 0 });

	expect(run.data.resultData.error).toBeUndefined();
	expect(steps.map(({ workflowId }) => stage.portal.log(workflowId)[0])).toEqual(
		items.map(({ message }) => message),
	);
	expect(stage.portal.workflows().filter(({ returnValues }) => returnValues !== undefined).length).toBe(60);
	expect(stage.portal.collisions).toBe(0);
});

it('Two executions that write to one workflow at once wait for each other; every line arrives once', async () => {
	const { workflowId, eventToken } = stage.portal.startWorkflow();
	const lines = (name: string) =>
		Array.from({ length: 5 }, (_, n) => ({ eventToken, message: `${name}${n}` }));
	stage.portal.setLimits({ commandMs: 30 });
	const endings = await Promise.all([stage.run({ items: lines('a') }), stage.run({ items: lines('b') })]);
	stage.portal.setLimits({ commandMs: 0 });

	expect(endings.map(({ error }) => error)).toEqual([undefined, undefined]);
	const texts = (items: IDataObject[]) => items.map(({ message }) => message);
	const written = stage.portal.log(workflowId);
	expect(written.filter((text) => text.startsWith('a'))).toEqual(texts(lines('a')));
	expect(written.filter((text) => text.startsWith('b'))).toEqual(texts(lines('b')));
	expect(written).toHaveLength(10);
});
