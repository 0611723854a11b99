import type { N8n } from './n8n';
import { run, untilKilled, type Portal } from './playing';
import { numbered, openScene, type Scene } from './scene';

/** To look for something in n8n’s set puts it in for a moment. */

let n8n: N8n;
let portal: Portal;
let scene: Scene;
beforeEach(() => {
	scene = openScene();
	({ n8n, portal } = scene);
});

const lines = numbered(1000);

describe('When a look into the note was cut off by a kill', () => {
	async function cutOff() {
		const data = await scene.killedAt(500, lines);
		const before = portal.log.length;
		const process = n8n.startProcess();
		process.killWhen(() => n8n.noted() > lines.length);
		await untilKilled(process, run({ process, execution: process.retry(data), portal }, lines));
		expect(portal.log).toHaveLength(before);
		return data;
	}

	it('the next Retry sends nothing and tells all lines in doubt', async () => {
		const data = await cutOff();
		const before = portal.log.length;
		const { inDoubt, process } = await scene.retried(data, lines);
		expect(inDoubt).toEqual(lines);
		expect(portal.log).toHaveLength(before);
		expect(process.warnings).toHaveLength(1);
	});

	it('the Retry of that one sends them, as a person has decided', async () => {
		const data = await cutOff();
		const process = n8n.startProcess();
		const execution = process.retry(data);
		await run({ process, execution, portal, staysInRun: true }, lines);
		await execution.finish();
		portal.log = [];
		const { maybeTwice } = await scene.retried(execution.stored(), lines);
		expect(portal.log).toEqual(lines);
		expect(maybeTwice).toEqual(lines);
	});
});

it('When a look into the note fails, equal lines of the next turn are in doubt as well', async () => {
	const turn = lines.slice(0, 120);
	const data = await scene.killedAt(100, turn);
	let removals = 0;
	const process = n8n.startProcess({
		connection: (real) => ({
			async removeProcessed(items) {
				removals += 1;
				if (removals === 2) throw new Error('SQLITE_BUSY: database is locked');
				await real.removeProcessed(items);
			},
		}),
	});
	const execution = process.retry(data);
	const before = portal.log.length;
	const first = await run({ process, execution, portal }, turn);
	const next = await run({ process, execution, portal }, turn);
	expect([first.inDoubt, next.inDoubt]).toEqual([turn, turn]);
	expect(portal.log).toHaveLength(before);
});
