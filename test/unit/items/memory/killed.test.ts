import { openN8n, type N8n, type N8nProcess } from './n8n';
import { openPortal, run, untilKilled, type Portal } from './playing';

/** A process is killed in the middle of a run, and somebody presses Retry; the nodes before hand over another list. */

let n8n: N8n;
let portal: Portal;
beforeEach(() => {
	n8n = openN8n();
	portal = openPortal();
});

const numbered = (count: number, name = 'line'): string[] =>
	Array.from({ length: count }, (_, index) => `${name} ${index}`);

const times = (line: string) => portal.log.filter((one) => one === line).length;

/** Runs lines in a process that dies when so many are in the log. Returns what n8n has stored of the execution. */
async function killed(lines: string[], logged: number) {
	const process = n8n.startProcess();
	const execution = process.start();
	const stored = execution.stored();
	process.killWhen(() => portal.log.length >= logged);
	await untilKilled(process, run({ process, execution, portal }, lines));
	expect(process.isKilled).toBe(true);
	return stored;
}

/** Retry in a new process, which lives. */
async function retried(data: Awaited<ReturnType<typeof killed>>, lines: string[]) {
	const process = n8n.startProcess();
	const execution = process.retry(data);
	const played = await run({ process, execution, portal }, lines);
	await execution.finish();
	return { ...played, process };
}

/** Lines of one request may be on their way, and those of one more not be noted yet. */
const MOST_DOUBLED = 100;

const lines = numbered(1000);
const changes: Array<[string, (lines: string[]) => string[]]> = [
	['the same lines', (all) => all],
	['another order', (all) => [...all].reverse()],
	['another first line', (all) => ['new', ...all.slice(1)]],
	['one more at the beginning', (all) => ['new', ...all]],
	['fewer', (all) => all.slice(3)],
	['every other one new', (all) => all.flatMap((line) => [line, `${line} new`])],
];

describe.each(changes)('With %s, Retry of a killed execution', (_name, change) => {
	it.each([150, 500, 950])(
		'loses nothing and repeats only what was not noted: killed at line %i',
		async (logged) => {
			const data = await killed(lines, logged);
			const before = portal.log.length;
			expect(before).toBeGreaterThan(MOST_DOUBLED);
			const list = change(lines);
			const { acceptedEarlier } = await retried(data, list);
			expect(list.filter((line) => times(line) === 0)).toEqual([]);
			expect(lines.filter((line) => times(line) > 1).length).toBeLessThanOrEqual(MOST_DOUBLED);
			expect(acceptedEarlier.length).toBeGreaterThan(before - MOST_DOUBLED - 3);
		},
	);

	it('can be killed and tried again itself', async () => {
		const first = await killed(lines, 300);
		const second = n8n.startProcess();
		const execution = second.retry(first);
		second.killWhen(() => portal.log.length >= 650);
		await untilKilled(second, run({ process: second, execution, portal }, change(lines)));
		await retried(first, lines);
		expect(lines.filter((line) => times(line) === 0)).toEqual([]);
		expect(lines.filter((line) => times(line) > 1).length).toBeLessThanOrEqual(2 * MOST_DOUBLED);
	});
});

it('Equal lines are counted: what was accepted twice is not sent a third time, and the others are', async () => {
	const equal = Array.from({ length: 600 }, (_, index) => `line ${index % 3}`);
	const data = await killed(equal, 300);
	const before = portal.log.length;
	const { acceptedEarlier } = await retried(data, equal);
	expect(acceptedEarlier.length).toBeGreaterThanOrEqual(before - MOST_DOUBLED);
	expect(portal.log.length - equal.length).toBe(before - acceptedEarlier.length);
});

it('A fresh execution with the very same lines writes them, though one like it was killed', async () => {
	await killed(lines, 500);
	portal.log = [];
	const process = n8n.startProcess();
	await run({ process, execution: process.start(), portal }, lines);
	expect(portal.log).toEqual(lines);
});

it('Two executions of the same millisecond know nothing of each other', async () => {
	const process = n8n.startProcess();
	const one = process.start();
	const other = process.start({ ...one.stored(), resumeToken: 'another word' });
	const stored = { one: one.stored(), other: other.stored() };
	await run({ process, execution: one, portal }, lines);
	process.killWhen(() => portal.log.length >= lines.length + 50);
	await untilKilled(process, run({ process, execution: other, portal }, lines));
	portal.log = [];
	const { acceptedEarlier } = await retried(stored.other, lines);
	expect(acceptedEarlier.length).toBeLessThan(MOST_DOUBLED);
	expect(portal.log).toEqual(lines.slice(acceptedEarlier.length));
});

it('The lines of sixteen executions at once are all noted, and each Retry finds its own', async () => {
	const process = n8n.startProcess();
	const executions = Array.from({ length: 16 }, () => process.start());
	const stored = executions.map((execution) => execution.stored());
	const lists = executions.map((_, index) => numbered(200, `line of ${index}`));
	process.killWhen(() => portal.log.length >= 2000);
	const all = executions.map(
		async (execution, index) => await run({ process, execution, portal }, lists[index]),
	);
	await untilKilled(process, Promise.all(all));
	for (const [index, data] of stored.entries()) await retried(data, [...lists[index]].reverse());
	const wanted = lists.flat();
	expect(wanted.filter((line) => times(line) === 0)).toEqual([]);
	expect(wanted.filter((line) => times(line) > 1).length).toBeLessThanOrEqual(16 * MOST_DOUBLED);
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
			expect(turn.filter((line) => times(line) < 4)).toEqual([]);
		},
	);

	it('whose turn n8n has stored and counts again as none writes equal lines all the same', async () => {
		const process = n8n.startProcess();
		const execution = process.start();
		await run({ process, execution, portal, staysInRun: true }, turn);
		const before = portal.log.length;
		await retried(execution.stored(), turn.slice(1));
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
		await retried(stored, [...turn].reverse());
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
		const { acceptedEarlier } = await retried(stored, turn);
		expect(acceptedEarlier.length).toBeLessThanOrEqual(before);
		expect(turn.filter((line) => times(line) < 2)).toEqual([]);
	});
});

it('A kill in a later node, when all lines are written, repeats none of them', async () => {
	const process = n8n.startProcess();
	const execution = process.start();
	const stored = execution.stored();
	await run({ process, execution, portal }, lines);
	await retried({ ...stored, runs: 1 }, [...lines].reverse());
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
	await retried(stored, lines);
	expect(lines.filter((line) => times(line) === 0)).toEqual([]);
	expect(lines.filter((line) => times(line) > 1).length).toBeLessThanOrEqual(MOST_DOUBLED);
});

describe('When a look into the note was cut off by a kill', () => {
	async function cutOff() {
		const data = await killed(lines, 500);
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
		const { inDoubt, process } = await retried(data, lines);
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
		const { maybeTwice } = await retried(execution.stored(), lines);
		expect(portal.log).toEqual(lines);
		expect(maybeTwice).toEqual(lines);
	});
});

it('A small run of a Retry after a kill is noted at once, so that its own Retry does not repeat it', async () => {
	const list = lines.slice(0, 90);
	const data = await killed(list, 90);
	const second = n8n.startProcess();
	// A kill in a later node, when the rest of the lines, few enough for one request, is written.
	await run({ process: second, execution: second.retry(data), portal }, list);
	const before = portal.log.length;
	await retried(data, list);
	expect(portal.log).toHaveLength(before);
});

describe('A Retry after a kill that fails, as a line is refused', () => {
	const turn = lines.slice(0, 120);

	it('is gone on with by its own Retry: equal lines of the next turn are written', async () => {
		const data = await killed(turn, 100);
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

it('When a look into the note fails, equal lines of the next turn are in doubt as well', async () => {
	const turn = lines.slice(0, 120);
	const data = await killed(turn, 100);
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
