/* eslint-disable @n8n/community-nodes/no-restricted-globals -- tests run in Node, not in n8n */
import type { IDataObject } from 'n8n-workflow';
import { keepMarks, type KeptMarks } from './keptMarks';
import { inLine, type Scene } from './plans';
import { openStage, toEnding, type Ending, type Stage } from './stage';

/** A process that is killed in the middle of the node: what n8n has stored then is the execution as it was to begin. */

let stage: Stage;
let kept: KeptMarks;
beforeAll(async () => {
	kept = await keepMarks();
	stage = await openStage();
});
afterEach(() => stage.portal.clear());
afterAll(async () => await stage.close());

const numbered = (eventToken: string, count: number): IDataObject[] =>
	Array.from({ length: count }, (_, index) => ({ eventToken, message: `line ${index}` }));

/** Stops an execution as soon as the portal has got so many requests, the last of which it never answers. */
async function kill(scene: Scene, requests: number) {
	stage.portal.fault({ kind: 'silence', after: requests - 1 });
	const execution = stage.start(scene);
	while (stage.portal.requests.length < requests) await new Promise((resolve) => setTimeout(resolve, 5));
	execution.stop();
	await execution.finished;
	return execution;
}

async function retry(scene: Scene, killed: Awaited<ReturnType<typeof kill>>): Promise<Ending> {
	return toEnding(await stage.engine.retryKilled(inLine(scene), killed).finished);
}

const texts = (items: IDataObject[]) => items.map(({ message }) => message);

describe.each([
	['stop', undefined],
	['continue', { onError: 'continueErrorOutput' } as const],
])('With On Error = %s, the Retry of a killed execution', (_name, settings) => {
	it.each([
		[130, 1],
		[130, 2],
		[130, 3],
		[1270, 20],
	])(
		'writes what was not confirmed, and nothing twice: %i lines, killed in request %i',
		async (count, nth) => {
			const { workflowId, eventToken } = stage.portal.startWorkflow();
			const scene = { items: numbered(eventToken, count), settings };
			const killed = await kill(scene, nth);
			expect(stage.portal.log(workflowId)).toHaveLength(50 * (nth - 1));

			const { passed } = await retry(scene, killed);
			expect(stage.portal.log(workflowId)).toEqual(texts(scene.items));
			expect(passed).toHaveLength(count);
			const earlier = passed.filter(({ json }) => (json.bizprocLog as IDataObject).acceptedEarlier === true);
			expect(earlier).toHaveLength(50 * (nth - 1));
		},
	);

	it('can be killed and tried again itself', async () => {
		const { workflowId, eventToken } = stage.portal.startWorkflow();
		const scene = { items: numbered(eventToken, 230), settings };
		const first = await kill(scene, 2);
		stage.portal.clear();
		stage.portal.fault({ kind: 'silence', after: 2 });
		const second = stage.engine.retryKilled(inLine(scene), first);
		while (stage.portal.requests.length < 3) await new Promise((resolve) => setTimeout(resolve, 5));
		second.stop();
		await second.finished;
		expect(stage.portal.log(workflowId)).toHaveLength(150);
		await retry(scene, second);
		expect(stage.portal.log(workflowId)).toEqual(texts(scene.items));
	});

	it('writes refused lines’ neighbours once, whatever gaps there are', async () => {
		const { workflowId, eventToken } = stage.portal.startWorkflow();
		const items = numbered(eventToken, 300);
		if (settings) for (const bad of [0, 5, 77, 140, 141]) items[bad].eventToken = 'not|a|token.x';
		const good = items.filter((item) => item.eventToken === eventToken);
		const killed = await kill({ items, settings }, 4);
		await retry({ items, settings }, killed);
		expect(stage.portal.log(workflowId)).toEqual(texts(good));
	});
});

it('A new execution with the very same items writes them again', async () => {
	const { workflowId, eventToken } = stage.portal.startWorkflow();
	const scene = { items: numbered(eventToken, 60) };
	await stage.run(scene);
	stage.portal.clear();
	const killed = await kill(scene, 2);
	expect(stage.portal.log(workflowId)).toHaveLength(110);
	await retry(scene, killed);
	expect(stage.portal.log(workflowId)).toEqual([...texts(scene.items), ...texts(scene.items)]);
});

it('A Retry whose own look into the record was cut off writes nothing before a person has decided', async () => {
	const { workflowId, eventToken } = stage.portal.startWorkflow();
	const scene = { items: numbered(eventToken, 120) };
	const killed = await kill(scene, 2);
	kept.cutOffNextRemoval();
	await retry(scene, killed);
	stage.portal.clear();

	const { error, run } = await retry(scene, killed);
	expect(stage.portal.requests).toEqual([]);
	expect(error?.message).toMatch(/may already be in the log/);
	await stage.retry(scene, run);
	expect(stage.portal.log(workflowId).length).toBeGreaterThanOrEqual(120);
});

it('Where n8n cannot store anything, lines are written all the same', async () => {
	const { workflowId, eventToken } = stage.portal.startWorkflow();
	kept.failFromNowOn();
	const items = numbered(eventToken, 120);
	await stage.run({ items });
	expect(stage.portal.log(workflowId)).toEqual(texts(items));
});
