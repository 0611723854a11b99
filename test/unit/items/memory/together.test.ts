import type { N8n } from './n8n';
import { run, type Portal } from './playing';
import { numbered, openScene, stepsOf, type Scene } from './scene';

/** Many executions share one row of n8n’s database. */

let n8n: N8n;
let portal: Portal;
let scene: Scene;
beforeEach(() => {
	scene = openScene();
	({ n8n, portal } = scene);
});

describe('Several at once', () => {
	it('write together, and not more often than one would', async () => {
		const process = n8n.startProcess({ stepMs: 20 });
		const all = Array.from({ length: 16 }, async (_, index) => {
			const execution = process.start();
			await run({ process, execution, portal }, numbered(200, `line of ${index}`));
			return execution;
		});
		const executions = await Promise.all(all);
		expect(n8n.noted()).toBeGreaterThanOrEqual(3200);
		expect(stepsOf(process)).toBeLessThan(16 * 4);
		await Promise.all(executions.map(async (execution) => await execution.finish()));
		expect(n8n.noted()).toBe(0);
		expect(process.shared.rows.size).toBe(0);
	});

	it('in several processes put back what one of them has written over', async () => {
		const processes = Array.from({ length: 4 }, () => n8n.startProcess());
		const runs = processes.map(async (process, index) => {
			const execution = process.start();
			await run({ process, execution, portal }, numbered(1000, `line of ${index}`));
		});
		await Promise.all(runs);
		// Of each process the last write may be undone by another one's.
		expect(n8n.noted()).toBeGreaterThanOrEqual(4000 - 4 * 100);
	});

	it('and what was written over before the last write of a run is put back with it', async () => {
		let writes = 0;
		const process = n8n.startProcess({
			connection: (real) => ({
				async checkProcessedAndRecord(...all) {
					writes += 1;
					if (writes === 2) n8n.database.rows.set('wf node', '[]');
					return await real.checkProcessedAndRecord(...all);
				},
			}),
		});
		await run({ process, execution: process.start(), portal }, numbered(100));
		expect(n8n.noted()).toBe(102);
	});
});
