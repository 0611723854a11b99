import type { N8n } from './n8n';
import { run, type Portal } from './playing';
import { numbered, openScene, stepsOf, type Scene } from './scene';

/** Versions of n8n that lack something. */

let n8n: N8n;
let portal: Portal;
let scene: Scene;
beforeEach(() => {
	scene = openScene();
	({ n8n, portal } = scene);
});

describe('In older n8n', () => {
	it.each([
		['that does not tell when an execution is over', ['onExecutionFinish']],
		['whose executions have no word of their own', ['onExecutionFinish', 'resumeUrl']],
	] as const)('%s, Retry after a kill repeats little', async (_name, without) => {
		const old = { without: [...without] };
		const stored = await scene.killedAt(400, numbered(600), n8n.startProcess(old));
		const process = n8n.startProcess(old);
		const { acceptedEarlier } = await run(
			{ process, execution: process.retry(stored), portal },
			numbered(600),
		);
		expect(acceptedEarlier.length).toBeGreaterThanOrEqual(300);
		expect(process.shared.rows.size).toBe(0);
	});

	it('without a name for its executions, lines are written and nothing is noted', async () => {
		const process = n8n.startProcess({ without: ['onExecutionFinish', 'resumeUrl', 'establishedAt'] });
		await run({ process, execution: process.start(), portal }, numbered(200));
		await run({ process, execution: process.retry(process.start().stored()), portal }, numbered(200));
		expect(portal.log).toHaveLength(400);
		expect(stepsOf(process)).toBe(0);
	});
});
