import type { N8n, N8nProcess } from './n8n';
import { run, untilKilled, type Portal } from './playing';
import { MOST_DOUBLED, numbered, openScene, type Scene } from './scene';

/** A node that runs many times in one execution, which is killed. */

let n8n: N8n;
let portal: Portal;
let scene: Scene;
beforeEach(() => {
	scene = openScene();
	({ n8n, portal } = scene);
});

describe('A loop', () => {
	const turn = numbered(120);

	it('writes equal lines in each turn', async () => {
		const process = n8n.startProcess();
		const execution = process.start();
		for (let round = 0; round < 3; round += 1) await run({ process, execution, portal }, turn);
		expect(portal.log).toEqual([...turn, ...turn, ...turn]);
	});

	it.each([100, 200, 300, 450])(
		'is gone through again by Retry, each line once a turn: killed at line %i',
		async (logged) => {
			const loop = async (process: N8nProcess, execution: ReturnType<N8nProcess['start']>) => {
				for (let round = 0; round < 4; round += 1) await run({ process, execution, portal }, turn);
			};
			const process = n8n.startProcess();
			const execution = process.start();
			const stored = execution.stored();
			process.killWhen(() => portal.log.length >= logged);
			await untilKilled(process, loop(process, execution));
			const again = n8n.startProcess();
			// n8n counts one artificial run of the node.
			await loop(again, again.retry({ ...stored, runs: 1 }));
			const doubled = portal.log.length - 4 * turn.length;
			expect(doubled).toBeGreaterThanOrEqual(0);
			expect(doubled).toBeLessThanOrEqual(MOST_DOUBLED);
			expect(turn.filter((line) => scene.times(line) < 4)).toEqual([]);
		},
	);

	it('whose turn n8n has stored and counts again as none writes equal lines all the same', async () => {
		const process = n8n.startProcess();
		const execution = process.start();
		await run({ process, execution, portal, staysInRun: true }, turn);
		const before = portal.log.length;
		await scene.retried(execution.stored(), turn.slice(1));
		expect(portal.log.slice(before)).toEqual(turn.slice(1));
	});

	it('is found again behind many turns in which nothing was accepted', async () => {
		const bad = Array.from({ length: 100 }, (_, index) => [`bad ${index}`]);
		portal.refuses = new Set(bad.flat());
		const process = n8n.startProcess();
		const execution = process.start();
		const stored = execution.stored();
		for (const list of bad) await run({ process, execution, portal }, list);
		await run({ process, execution, portal }, turn);
		await scene.retried(stored, [...turn].reverse());
		expect([...portal.log].sort()).toEqual([...turn].sort());
	});

	it('whose turns n8n has stored goes on, and equal lines of the turns before count for none', async () => {
		const process = n8n.startProcess();
		const execution = process.start();
		await run({ process, execution, portal }, turn);
		const stored = execution.stored();
		process.killWhen(() => portal.log.length >= 220);
		await untilKilled(process, run({ process, execution, portal }, turn));
		const before = portal.log.length - turn.length;
		const { acceptedEarlier } = await scene.retried(stored, turn);
		expect(acceptedEarlier.length).toBeLessThanOrEqual(before);
		expect(turn.filter((line) => scene.times(line) < 2)).toEqual([]);
	});
});
