import type { N8n } from './n8n';
import type { Connection } from './n8nDatabase';
import { run, type Portal } from './playing';
import { numbered, openScene, restsOf, type Scene } from './scene';

/** n8n’s database cannot take what is to be noted. */

let n8n: N8n;
let portal: Portal;
let scene: Scene;
beforeEach(() => {
	scene = openScene();
	({ n8n, portal } = scene);
});

describe('A database that fails', () => {
	/** @param fails whether the nth write does, from 1 on; each is tried twice, as two processes may make the row at once */
	const failing = (fails: (write: number) => boolean, message = 'SQLITE_FULL: database or disk is full') => {
		let calls = 0;
		return (real: Connection): Partial<Connection> => ({
			async checkProcessedAndRecord(...all) {
				calls += 1;
				if (fails(Math.ceil(calls / 2))) throw new Error(message);
				// One that succeeds is not tried twice.
				if (calls % 2 === 1) calls += 1;
				return await real.checkProcessedAndRecord(...all);
			},
		});
	};

	it('fails no line, and is told of once', async () => {
		const process = n8n.startProcess({ connection: failing(() => true) });
		await run({ process, execution: process.start(), portal }, numbered(300));
		expect(portal.log).toEqual(numbered(300));
		expect(process.warnings).toEqual([
			"Accepted lines could not be noted in n8n's database: SQLITE_FULL: database or disk is full",
		]);
	});

	it('is left alone for a second before it is asked again', async () => {
		const process = n8n.startProcess({ connection: failing(() => true) });
		const rests = restsOf(process);
		await run({ process, execution: process.start(), portal }, numbered(1000));
		expect(rests).toEqual([1000]);
	});

	it('is tried again with the next write, which takes what was not stored', async () => {
		const process = n8n.startProcess({ connection: failing((write) => write === 1) });
		await run({ process, execution: process.start(), portal }, numbered(300));
		expect(n8n.noted()).toBe(302);
	});

	it('is tried once more with the last write of a run', async () => {
		const process = n8n.startProcess({ connection: failing((write) => write === 2) });
		await run({ process, execution: process.start(), portal }, numbered(100));
		expect(n8n.noted()).toBe(102);
	});

	it('does not mind when another process makes the row at the same moment', async () => {
		const processes = [n8n.startProcess(), n8n.startProcess()];
		const runs = processes.map(async (process, index) => {
			await run({ process, execution: process.start(), portal }, numbered(300, `line of ${index}`));
		});
		await Promise.all(runs);
		expect(processes.flatMap(({ warnings }) => warnings)).toEqual([]);
	});

	it('in a Retry leaves all lines in doubt', async () => {
		const stored = await scene.killedAt(150, numbered(200));
		const process = n8n.startProcess({ connection: failing(() => true) });
		const { inDoubt } = await run({ process, execution: process.retry(stored), portal }, numbered(200));
		expect(inDoubt).toHaveLength(200);
		expect(process.warnings).toHaveLength(1);
	});
});
