import type { INodeExecutionData } from 'n8n-workflow';
import { openMemory, type Memory } from '../../../../nodes/items/memory/memory';
import type { Execution } from './execution';
import { openN8n, type N8nProcess } from './n8n';

/** What is known of items by their numbers, when n8n runs the node again with the same ones. */

let process: N8nProcess;
beforeEach(() => {
	process = openN8n().startProcess();
});

const items: INodeExecutionData[] = Array.from({ length: 3 }, (_, item) => ({ json: { item } }));

const open = (execution: Execution, of = items): Memory =>
	openMemory(execution.context(of), process.shared, of, true);

const knownBy = (memory: Memory) => items.map((_, item) => memory.known(item));
const mayHaveRunBy = (memory: Memory) => items.map((_, item) => memory.mayHaveRun(item));

/** A run in which an item was accepted, and the answer for another one was lost. */
function lostAnswer(execution: Execution): void {
	const memory = open(execution);
	memory.accepted(0, () => 'sent');
	memory.inDoubt(1);
	memory.keep(false);
}

it('A try of Retry On Fail knows what was accepted and what is in doubt', () => {
	const execution = process.start();
	lostAnswer(execution);
	expect(knownBy(open(execution))).toEqual(['accepted', 'inDoubt', undefined]);
	expect(mayHaveRunBy(open(execution))).toEqual([false, false, false]);
});

it('Retry by a person sends what is in doubt, and remembers that it may be there already', () => {
	const failed = process.start();
	lostAnswer(failed);
	const retry = process.retry(failed.stored());
	for (const memory of [open(retry), open(retry)]) {
		expect(knownBy(memory)).toEqual(['accepted', undefined, undefined]);
		expect(mayHaveRunBy(memory)).toEqual([false, true, false]);
	}
});

it('The next run of a loop knows nothing of the one before', () => {
	const execution = process.start();
	lostAnswer(execution);
	execution.nextRun();
	expect(knownBy(open(execution))).toEqual([undefined, undefined, undefined]);
});

it('A run of the same number with another number of items is another one', () => {
	const execution = process.start();
	lostAnswer(execution);
	expect(open(execution, items.slice(1)).known(0)).toBeUndefined();
});

it('All tries of one call of an agent’s tool know of each other, and no other call does', () => {
	const execution = process.start();
	const call = (of: typeof items) => openMemory(execution.context(of, true), process.shared, of, true);
	const first = call(items.slice(0, 1));
	first.accepted(0, () => 'sent');
	first.keep(true);
	execution.nextRun();
	expect(call(items.slice(0, 1)).known(0)).toBe('accepted');
	expect(call([{ json: { item: 0 } }]).known(0)).toBeUndefined();
});

it('What may be repeated is noted nowhere but in the execution', async () => {
	const execution = process.start();
	const memory = openMemory(execution.context(items), process.shared, items, false);
	memory.accepted(0, () => 'sent');
	memory.keep(false);
	await memory.close();
	expect(process.steps).toEqual([]);
	expect(openMemory(execution.context(items), process.shared, items, false).known(0)).toBe('accepted');
});

it('A hundred thousand items that go in order take a few numbers', () => {
	const execution = process.start();
	const many = Array.from({ length: 100_000 }, () => ({ json: {} }));
	const memory = open(execution, many);
	for (const item of many.keys()) memory.accepted(item, () => `line ${item}`);
	expect(JSON.stringify(execution.stored().context).length).toBeLessThan(200);
});
