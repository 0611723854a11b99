import type { N8n } from './n8n';
import { run, untilKilled, type Portal } from './playing';
import { MOST_DOUBLED, numbered, openScene, type Scene } from './scene';

/** More than one Retry, and ends of other kinds. */

let n8n: N8n;
let portal: Portal;
let scene: Scene;
beforeEach(() => {
	scene = openScene();
	({ n8n, portal } = scene);
});

const lines = numbered(1000);

it('A kill in a later node, when all lines are written, repeats none of them', async () => {
	const process = n8n.startProcess();
	const execution = process.start();
	const stored = execution.stored();
	await run({ process, execution, portal }, lines);
	await scene.retried({ ...stored, runs: 1 }, [...lines].reverse());
	expect([...portal.log].sort()).toEqual([...lines].sort());
});

it('Retry of a failed execution, killed and tried again, repeats nothing of either', async () => {
	const process = n8n.startProcess();
	const failed = process.start();
	await run({ process, execution: failed, portal, staysInRun: true }, lines.slice(0, 300));
	await failed.finish();
	const stored = failed.stored();
	// The page is for all lines of the run, of which the last 700 were not sent.
	Object.assign((stored.context.runs as Record<string, { items: number }>)[0], { items: lines.length });
	const second = n8n.startProcess();
	second.killWhen(() => portal.log.length >= 600);
	await untilKilled(second, run({ process: second, execution: second.retry(stored), portal }, lines));
	await scene.retried(stored, lines);
	expect(lines.filter((line) => scene.times(line) === 0)).toEqual([]);
	expect(lines.filter((line) => scene.times(line) > 1).length).toBeLessThanOrEqual(MOST_DOUBLED);
});

it('A small run of a Retry after a kill is noted at once, so that its own Retry does not repeat it', async () => {
	const list = lines.slice(0, 90);
	const data = await scene.killedAt(90, list);
	const second = n8n.startProcess();
	// A kill in a later node, when the rest of the lines, few enough for one request, is written.
	await run({ process: second, execution: second.retry(data), portal }, list);
	const before = portal.log.length;
	await scene.retried(data, list);
	expect(portal.log).toHaveLength(before);
});

describe('A Retry after a kill that fails, as a line is refused', () => {
	const turn = lines.slice(0, 120);

	it('is gone on with by its own Retry: equal lines of the next turn are written', async () => {
		const data = await scene.killedAt(100, turn);
		const second = n8n.startProcess();
		const execution = second.retry(data);
		portal.refuses = new Set([turn[119]]);
		await run({ process: second, execution, portal, staysInRun: true }, turn);
		await execution.finish();
		portal.refuses = new Set();
		const third = n8n.startProcess();
		const again = third.retry(execution.stored());
		await run({ process: third, execution: again, portal }, turn);
		const before = portal.log.length;
		await run({ process: third, execution: again, portal }, turn);
		expect(portal.log.slice(before)).toEqual(turn);
	});
});
