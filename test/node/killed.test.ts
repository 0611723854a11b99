/* eslint-disable @n8n/community-nodes/no-restricted-globals -- tests run in Node, not in n8n */
import type { IDataObject } from 'n8n-workflow';
import { inLine, type Scene } from './plans';
import { openStage, toEnding, type Ending, type Stage } from './stage';

/** A process that is killed in the middle of the node: what n8n has stored then is the execution as it was to begin. */

let stage: Stage;
beforeAll(async () => {
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

it('Where n8n cannot store anything, lines are written all the same', async () => {
	const { workflowId, eventToken } = stage.portal.startWorkflow();
	stage.kept.failFromNowOn();
	const items = numbered(eventToken, 120);
	await stage.run({ items });
	expect(stage.portal.log(workflowId)).toEqual(texts(items));
});
