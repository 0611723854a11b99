import type { N8n } from './n8n';
import { run, untilKilled, type Portal } from './playing';
import { MOST_DOUBLED, numbered, openScene, type Scene } from './scene';

/** What was noted belongs to one execution and its Retries. */

let n8n: N8n;
let portal: Portal;
let scene: Scene;
beforeEach(() => {
	scene = openScene();
	({ n8n, portal } = scene);
});

const lines = numbered(1000);

it('A fresh execution with the very same lines writes them, though one like it was killed', async () => {
	await scene.killedAt(500, lines);
	portal.log = [];
	const process = n8n.startProcess();
	await run({ process, execution: process.start(), portal }, lines);
	expect(portal.log).toEqual(lines);
});

it('Two executions of the same millisecond know nothing of each other', async () => {
	const process = n8n.startProcess();
	const one = process.start();
	const other = process.start({ ...one.stored(), resumeToken: 'another word' });
	const stored = { one: one.stored(), other: other.stored() };
	await run({ process, execution: one, portal }, lines);
	process.killWhen(() => portal.log.length >= lines.length + 50);
	await untilKilled(process, run({ process, execution: other, portal }, lines));
	portal.log = [];
	const { acceptedEarlier } = await scene.retried(stored.other, lines);
	expect(acceptedEarlier.length).toBeLessThan(MOST_DOUBLED);
	expect(portal.log).toEqual(lines.slice(acceptedEarlier.length));
});

it('The lines of sixteen executions at once are all noted, and each Retry finds its own', async () => {
	const process = n8n.startProcess();
	const executions = Array.from({ length: 16 }, () => process.start());
	const stored = executions.map((execution) => execution.stored());
	const lists = executions.map((_, index) => numbered(200, `line of ${index}`));
	process.killWhen(() => portal.log.length >= 2000);
	const all = executions.map(
		async (execution, index) => await run({ process, execution, portal }, lists[index]),
	);
	await untilKilled(process, Promise.all(all));
	for (const [index, data] of stored.entries()) await scene.retried(data, [...lists[index]].reverse());
	const wanted = lists.flat();
	expect(wanted.filter((line) => scene.times(line) === 0)).toEqual([]);
	expect(wanted.filter((line) => scene.times(line) > 1).length).toBeLessThanOrEqual(16 * MOST_DOUBLED);
});
