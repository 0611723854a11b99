import { openN8n, type N8n, type N8nProcess } from './n8n';
import type { Connection } from './n8nDatabase';
import { openPortal, run, untilKilled, type Portal } from './playing';

/** What is noted in n8n's database while executions run, and what is left of it. */

let n8n: N8n;
let portal: Portal;
beforeEach(() => {
	n8n = openN8n();
	portal = openPortal();
});

const numbered = (count: number, name = 'line'): string[] =>
	Array.from({ length: count }, (_, index) => `${name} ${index}`);

/** An execution whose process dies when so many lines are in the log, as n8n has stored it. */
async function killedAt(logged: number, lines: string[], process: N8nProcess = n8n.startProcess()) {
	const execution = process.start();
	const stored = execution.stored();
	process.killWhen(() => portal.log.length >= logged);
	await untilKilled(process, run({ process, execution, portal }, lines));
	return stored;
}

/** How often the row was read or written. */
const stepsOf = ({ steps }: N8nProcess) => steps.length;

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
		await killedAt(500, numbered(1000));
		const process = n8n.startProcess();
		const execution = process.start();
		await run({ process, execution, portal, linesPerRequest: 10_000 }, numbered(22_000));
		await execution.finish();
		expect(n8n.noted()).toBeLessThanOrEqual(500);
	});

	it('leaves what others have noted', async () => {
		await killedAt(500, numbered(1000));
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
		const stored = await killedAt(200, numbered(400));
		const process = n8n.startProcess();
		const execution = process.retry(stored);
		await run({ process, execution, portal }, numbered(400).reverse());
		await execution.finish();
		expect(n8n.noted()).toBe(0);
	});

	it('leaves it when it has failed itself: somebody may press Retry on the first one again', async () => {
		const stored = await killedAt(200, numbered(400));
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
		expect(process.steps.map(({ what }) => what)).toEqual(['getProcessedDataCount']);
	});
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
		expect(process.steps.filter(({ what }) => what !== 'checkProcessedAndRecord')).toEqual([]);
	});

	it('in a Retry after a kill looks up once', async () => {
		const stored = await killedAt(150, numbered(200));
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
});

describe('What a write costs', () => {
	/** Each write takes three steps; the clock goes on with them alone. */
	function slowly(stepMs: number) {
		const process = n8n.startProcess({ stepMs });
		const rests: number[] = [];
		process.clock.wait = async (milliseconds, signal) => {
			if (milliseconds <= 0 || signal?.aborted) return;
			rests.push(milliseconds);
			await new Promise<void>((resolve) => signal?.addEventListener('abort', () => resolve()));
		};
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
		const rests: number[] = [];
		process.clock.wait = async (milliseconds, signal) => {
			if (milliseconds <= 0 || signal?.aborted) return;
			rests.push(milliseconds);
			await new Promise<void>((resolve) => signal?.addEventListener('abort', () => resolve()));
		};
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
		const stored = await killedAt(150, numbered(200));
		const process = n8n.startProcess({ connection: failing(() => true) });
		const { inDoubt } = await run({ process, execution: process.retry(stored), portal }, numbered(200));
		expect(inDoubt).toHaveLength(200);
		expect(process.warnings).toHaveLength(1);
	});
});

describe('In older n8n', () => {
	it.each([
		['that does not tell when an execution is over', ['onExecutionFinish']],
		['whose executions have no word of their own', ['onExecutionFinish', 'resumeUrl']],
	] as const)('%s, Retry after a kill repeats little', async (_name, without) => {
		const old = { without: [...without] };
		const stored = await killedAt(400, numbered(600), n8n.startProcess(old));
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

it('Nothing that was sent stands in the row, and no word of the execution', async () => {
	const process = n8n.startProcess();
	const execution = process.start();
	await run({ process, execution, portal }, numbered(120, 'secret'));
	const row = n8n.database.rows.get('wf node')!;
	expect(row).not.toMatch(/secret/);
	expect(row).not.toContain(execution.data.resumeToken);
	expect(JSON.stringify(execution.stored().context)).not.toMatch(/secret/);
});
