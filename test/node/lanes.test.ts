/* eslint-disable @n8n/community-nodes/no-restricted-globals -- tests run in Node, not in n8n */
import type { IDataObject } from 'n8n-workflow';
import { CONTINUE, mostAtOnce } from './lines';
import { inTurn } from './plans';
import { openStage, type Stage } from './stage';

/** Many requests at once: nothing is lost, doubled or out of order, and no two touch one workflow. */

let stage: Stage;
beforeAll(async () => {
	stage = await openStage();
});
afterEach(() => {
	stage.portal.clear();
	stage.portal.setLimits({ requestLimit: null, latencyMs: 0, commandMs: 0 });
});
afterAll(async () => await stage.close());

const SLOW = { latencyMs: 20, commandMs: 2 };
type Workflows = ReturnType<Stage['portal']['startWorkflow']>[];
const workflows = (count: number): Workflows =>
	Array.from({ length: count }, () => stage.portal.startWorkflow());

/** A fixed shuffle, so that a red test can be run again. */
const mixed = (items: IDataObject[]): IDataObject[] =>
	items
		.map((item, index) => ({ item, place: (index * 7919) % items.length }))
		.sort((a, b) => a.place - b.place)
		.map(({ item }) => item);

const linesFor = (list: Workflows, count: number, text = 'line'): IDataObject[] =>
	mixed(
		Array.from({ length: count }, (_, index) => ({
			eventToken: list[index % list.length].eventToken,
			message: `${text} ${index}`,
		})),
	);

function expectInOrder(list: Workflows, items: IDataObject[]): void {
	for (const { workflowId, eventToken } of list) {
		const own = items.filter((item) => item.eventToken === eventToken).map(({ message }) => message);
		expect(stage.portal.log(workflowId)).toEqual(own);
	}
	expect(stage.portal.collisions).toBe(0);
}

describe('With On Error = continue', () => {
	it('requests are under way at the same time, and each workflow has its lines in item order', async () => {
		const list = workflows(23);
		const items = linesFor(list, 901);
		stage.portal.setLimits(SLOW);
		const { passed } = await stage.run({ items, settings: CONTINUE });
		expect(passed.map(({ json }) => json.message)).toEqual(items.map(({ message }) => message));
		expectInOrder(list, items);
		expect(mostAtOnce(stage.portal)).toBeGreaterThan(1);
		expect(mostAtOnce(stage.portal)).toBeLessThanOrEqual(5);
	});

	it('a single workflow is written by one request after the other, fifty lines each', async () => {
		const list = workflows(1);
		const items = linesFor(list, 220);
		stage.portal.setLimits(SLOW);
		await stage.run({ items, settings: CONTINUE });
		expectInOrder(list, items);
		expect(mostAtOnce(stage.portal)).toBe(1);
		expect(stage.portal.requests).toHaveLength(5);
	});

	it.each([1, 2])('not more requests than the user allows are under way: %i', async (lanes) => {
		const list = workflows(40);
		const items = linesFor(list, 600);
		stage.portal.setLimits(SLOW);
		await stage.run({ items, settings: CONTINUE, parameters: { options: { lanes } } });
		expectInOrder(list, items);
		expect(mostAtOnce(stage.portal)).toBe(lanes);
	});

	it('refused, unusable and lost lines are told, and every other line is written once and in order', async () => {
		const list = workflows(11);
		const items = linesFor(list, 400);
		for (const bad of [3, 160, 161, 399]) items[bad] = { eventToken: 'not|a|token.x', message: `bad ${bad}` };
		for (const bad of [7, 250]) items[bad].message = '';
		stage.portal.setLimits(SLOW);
		stage.portal.fault({ kind: 'dropAfter', after: 2 });
		const { passed, failed } = await stage.run({ items, settings: CONTINUE });

		const told = (word: string) =>
			failed.filter(({ json }) => (json.details as IDataObject).outcome === word).length;
		expect(told('notSent')).toBe(2);
		expect(told('unknown')).toBe(50);
		expect(told('refused') + told('unknown')).toBe(failed.length - 2);
		expect(passed.length + failed.length).toBe(400);
		expect(passed.length).toBeGreaterThanOrEqual(400 - 50 - 6);
		expectInOrder(
			list,
			items.filter(({ message }) => message !== ''),
		);
	});
});

describe('With On Error = stop', () => {
	it('one request follows the other, as in a loop', async () => {
		const list = workflows(300);
		const items = linesFor(list, 300);
		stage.portal.setLimits(SLOW);
		await stage.run({ items });
		expectInOrder(list, items);
		expect(mostAtOnce(stage.portal)).toBe(1);
	});
});

describe('Several executions in one process', () => {
	it('never have two requests under way for one workflow, whatever their settings and credentials', async () => {
		const list = workflows(5);
		const scenes = [
			{ items: linesFor(list, 120, 'a'), settings: CONTINUE },
			{ items: linesFor(list, 120, 'b') },
			{ items: linesFor(list, 120, 'c'), parameters: { authentication: 'oAuth2' }, settings: CONTINUE },
		];
		stage.portal.setLimits(SLOW);
		const endings = await Promise.all(scenes.map(async (scene) => await stage.run(scene)));
		expect(endings.map(({ error }) => error)).toEqual([undefined, undefined, undefined]);
		expect(endings.map(({ passed }) => passed.length)).toEqual([120, 120, 120]);
		expect(stage.portal.collisions).toBe(0);
		scenes.forEach(({ items }, nth) => {
			for (const { workflowId, eventToken } of list) {
				const own = items.filter((item) => item.eventToken === eventToken).map(({ message }) => message);
				const written = stage.portal.log(workflowId).filter((text) => text.startsWith('abc'[nth]));
				expect(written).toEqual(own);
			}
		});
	});

	it('nor when one of them sends a result', async () => {
		const list = workflows(30);
		const items = linesFor(list, 30).map((item) => ({ ...item, values: {} }));
		stage.portal.setLimits(SLOW);
		const runs = [0, 1].map(async () => await stage.engine.start(inTurn({ items })).finished);
		await Promise.all(runs);
		expect(stage.portal.collisions).toBe(0);
		for (const { workflowId, eventToken } of list) {
			const { message } = items.find(
				(item) => (item as IDataObject).eventToken === eventToken,
			) as IDataObject;
			expect(stage.portal.log(workflowId)).toContain(message);
		}
	});

	it('keep the portal’s limit together: all is written, each line once', async () => {
		stage.portal.setLimits({ requestLimit: { burst: 5, perSecond: 10 } });
		const lists = [workflows(8), workflows(8), workflows(8)];
		const scenes = lists.map((list) => ({ items: linesFor(list, 400), settings: CONTINUE }));
		const endings = await Promise.all(scenes.map(async (scene) => await stage.run(scene)));
		expect(endings.map(({ passed }) => passed.length)).toEqual([400, 400, 400]);
		lists.forEach((list, nth) => expectInOrder(list, scenes[nth].items));
	});

	it('go on when another one that held their workflow is stopped', async () => {
		const list = workflows(1);
		stage.portal.fault({ kind: 'silence' });
		const stopped = stage.start({ items: linesFor(list, 1, 'stopped') });
		while (stage.portal.requests.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
		const waiting = stage.run({ items: linesFor(list, 1, 'waiting') });
		stopped.stop();
		await stopped.finished;
		expect((await waiting).passed).toHaveLength(1);
		expect(stage.portal.log(list[0].workflowId)).toEqual(['waiting 0']);
	});
});

describe('A slow portal', () => {
	it('gets fewer lines in one request, so that none comes near the 60 seconds it has', async () => {
		const list = workflows(1);
		stage.portal.setLimits({ commandMs: 1300 });
		await stage.run({ items: linesFor(list, 2) });
		stage.portal.setLimits({ commandMs: 0 });
		stage.portal.clear();
		await stage.run({ items: linesFor(list, 50) });
		expect(stage.portal.requests[0].commands.length).toBeLessThanOrEqual(10);
	});
});
