import type { N8n } from './n8n';
import { run, type Portal } from './playing';
import { numbered, openScene, stepsOf, type Scene } from './scene';

/** n8n runs the node again with the same items. */

let n8n: N8n;
let portal: Portal;
let scene: Scene;
beforeEach(() => {
	scene = openScene();
	({ n8n, portal } = scene);
});

describe('Retry On Fail', () => {
	it('sends only what the try before has left open, and looks nothing up', async () => {
		const process = n8n.startProcess();
		const execution = process.start();
		const lines = numbered(130);
		portal.refuses = new Set([lines[3], lines[80]]);
		await run({ process, execution, portal, staysInRun: true }, lines);
		portal.refuses = new Set();
		const { acceptedEarlier } = await run({ process, execution, portal }, lines);
		expect(acceptedEarlier).toHaveLength(128);
		expect([...portal.log].sort()).toEqual([...lines].sort());
		expect(process.steps.filter((what) => what !== 'checkProcessedAndRecord')).toEqual([]);
	});

	it('in a Retry after a kill looks up once', async () => {
		const stored = await scene.killedAt(150, numbered(200));
		const process = n8n.startProcess();
		const execution = process.retry(stored);
		const lines = numbered(200);
		portal.refuses = new Set([lines[199]]);
		await run({ process, execution, portal, staysInRun: true }, lines);
		const steps = stepsOf(process);
		portal.refuses = new Set();
		await run({ process, execution, portal }, lines);
		expect(portal.log.filter((line) => line === lines[199])).toHaveLength(1);
		expect(stepsOf(process) - steps).toBe(1);
	});
});
