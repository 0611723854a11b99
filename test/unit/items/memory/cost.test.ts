import type { N8n } from './n8n';
import { run, untilKilled, type Portal } from './playing';
import { numbered, openScene, restsOf, stepsOf, type Scene } from './scene';

/** How often, how much. */

let n8n: N8n;
let portal: Portal;
let scene: Scene;
beforeEach(() => {
	scene = openScene();
	({ n8n, portal } = scene);
});

describe('What a write costs', () => {
	/** Each write takes three steps; the clock goes on with them alone. */
	function slowly(stepMs: number) {
		const process = n8n.startProcess({ stepMs });
		const rests = restsOf(process);
		return { process, rests };
	}

	it('is followed by a rest ten times as long, but for the last one', async () => {
		const { process, rests } = slowly(20);
		await run({ process, execution: process.start(), portal }, numbered(500));
		expect(n8n.noted()).toBe(502);
		expect(stepsOf(process)).toBe(2);
		expect(rests).toEqual([600]);
	});

	it('is followed by no rest of more than a second', async () => {
		const { process, rests } = slowly(100);
		await run({ process, execution: process.start(), portal }, numbered(500));
		expect(rests).toEqual([1000]);
	});

	it('is bounded: an execution notes so many lines and no more', async () => {
		const process = n8n.startProcess();
		const execution = process.start();
		await run({ process, execution, portal, linesPerRequest: 40_000 }, numbered(120_000));
		expect(n8n.noted()).toBeGreaterThanOrEqual(100_000);
		expect(n8n.noted()).toBeLessThan(100_010);
	});

	it('stays small for others: the row keeps the latest of them only', async () => {
		const dead = n8n.startProcess();
		dead.killWhen(() => portal.log.length >= 24_000);
		const play = { process: dead, execution: dead.start(), portal, linesPerRequest: 2000 };
		await untilKilled(dead, run(play, numbered(30_000)));
		expect(n8n.noted()).toBeGreaterThan(20_000);
		const process = n8n.startProcess();
		await run({ process, execution: process.start(), portal }, numbered(100));
		expect(n8n.noted()).toBe(20_000 + 102);
	});
});
