import type { N8n } from './n8n';
import { run, type Portal } from './playing';
import { numbered, openScene, stepsOf, type Scene } from './scene';

/** What is noted in n8n’s database while executions run, and what is left of it. */

let n8n: N8n;
let portal: Portal;
let scene: Scene;
beforeEach(() => {
	scene = openScene();
	({ n8n, portal } = scene);
});

describe('An execution that was not killed', () => {
	it('has noted every line when its run is over, and leaves nothing when it is over itself', async () => {
		const process = n8n.startProcess();
		const execution = process.start();
		await run({ process, execution, portal }, numbered(320));
		expect(n8n.noted()).toBeGreaterThanOrEqual(320);
		await execution.finish();
		expect(n8n.noted()).toBe(0);
		expect(process.shared.rows.size).toBe(0);
	});

	it('of many lines takes them out again at once', async () => {
		const process = n8n.startProcess({ stepMs: 20 });
		const execution = process.start();
		await run({ process, execution, portal, linesPerRequest: 1000 }, numbered(15_000));
		const before = stepsOf(process);
		await execution.finish();
		expect(n8n.noted()).toBe(0);
		expect(stepsOf(process) - before).toBeLessThanOrEqual(3);
	});

	it('touches the database not at all when its runs fit into one request each', async () => {
		const process = n8n.startProcess();
		for (let count = 0; count < 3; count += 1) {
			const execution = process.start();
			for (let turn = 0; turn < 9; turn += 1) await run({ process, execution, portal }, numbered(50));
			await execution.finish();
		}
		expect(stepsOf(process)).toBe(0);
	});

	it('notes lines of small runs when many have come together', async () => {
		const process = n8n.startProcess();
		const execution = process.start();
		for (let turn = 0; turn < 21; turn += 1)
			await run({ process, execution, portal }, numbered(25, `turn ${turn}`));
		expect(n8n.noted()).toBeGreaterThanOrEqual(500 - 25);
		expect(stepsOf(process)).toBe(1);
		await execution.finish();
		expect(n8n.noted()).toBe(0);
	});

	it('notes the lines of small runs, too, once a run took more than one request', async () => {
		const process = n8n.startProcess();
		const execution = process.start();
		await run({ process, execution, portal }, numbered(10, 'before'));
		await run({ process, execution, portal }, numbered(60));
		await run({ process, execution, portal }, numbered(10, 'after'));
		expect(n8n.noted()).toBeGreaterThanOrEqual(80);
	});

	it('of very many takes them out as well when others have noted something', async () => {
		await scene.killedAt(500, numbered(1000));
		const process = n8n.startProcess();
		const execution = process.start();
		await run({ process, execution, portal, linesPerRequest: 10_000 }, numbered(22_000));
		await execution.finish();
		expect(n8n.noted()).toBeLessThanOrEqual(500);
	});

	it('leaves what others have noted', async () => {
		await scene.killedAt(500, numbered(1000));
		const before = n8n.noted();
		const process = n8n.startProcess({ stepMs: 20 });
		const execution = process.start();
		await run({ process, execution, portal, linesPerRequest: 500 }, numbered(3000));
		await execution.finish();
		expect(n8n.noted()).toBe(before);
	});
});

describe('The Retry of a killed execution', () => {
	it('leaves nothing of either when it has sent everything', async () => {
		const stored = await scene.killedAt(200, numbered(400));
		const process = n8n.startProcess();
		const execution = process.retry(stored);
		await run({ process, execution, portal }, numbered(400).reverse());
		await execution.finish();
		expect(n8n.noted()).toBe(0);
	});

	it('leaves it when it has failed itself: somebody may press Retry on the first one again', async () => {
		const stored = await scene.killedAt(200, numbered(400));
		const process = n8n.startProcess();
		const execution = process.retry(stored);
		portal.refuses = new Set(numbered(400).slice(300));
		await run({ process, execution, portal }, numbered(400));
		await execution.finish();
		portal.refuses = new Set();
		const before = portal.log.length;
		const again = n8n.startProcess();
		await run({ process: again, execution: again.retry(stored), portal }, numbered(400));
		expect(portal.log.slice(before)).toEqual(numbered(400).slice(300));
	});

	it('that has nothing to look up only asks whether anything is there', async () => {
		const process = n8n.startProcess();
		const failed = process.start();
		const again = process.retry(failed.stored());
		await run({ process, execution: again, portal }, numbered(20));
		expect(process.steps).toEqual(['getProcessedDataCount']);
	});
});

it('Nothing that was sent stands in the row, and no word of the execution', async () => {
	const process = n8n.startProcess();
	const execution = process.start();
	await run({ process, execution, portal }, numbered(120, 'secret'));
	const row = n8n.database.rows.get('wf node')!;
	expect(row).not.toMatch(/secret/);
	expect(row).not.toContain(execution.data.resumeToken);
	expect(JSON.stringify(execution.stored().context)).not.toMatch(/secret/);
});
