/* eslint-disable @n8n/community-nodes/no-restricted-globals -- tests run in Node, not in n8n */
import type { INodeExecutionData } from 'n8n-workflow';
import { openMemory } from '../../../../nodes/items/memory/memory';
import type { Execution } from './execution';
import type { N8nProcess } from './n8n';

/** A portal that writes whatever it gets, and the node in front of it, as far as the memory is concerned. */
export interface Portal {
	log: string[];
	/** Lines it refuses. */
	refuses: Set<string>;
}

export const openPortal = (): Portal => ({ log: [], refuses: new Set() });

export interface Played {
	acceptedEarlier: string[];
	/** Nobody could say what has become of them. */
	inDoubt: string[];
	refused: string[];
	/** Sent, though they may have been before. */
	maybeTwice: string[];
}

export interface Play {
	process: N8nProcess;
	execution: Execution;
	portal: Portal;
	linesPerRequest?: number;
	/** Goes on with the same run, as Retry On Fail does. */
	staysInRun?: boolean;
}

/** One run of the node: asks the memory as run.ts does, sends the rest, and tells what was accepted. */
export async function run(
	{ process, execution, portal, linesPerRequest = 50, staysInRun = false }: Play,
	lines: string[],
): Promise<Played> {
	const items: INodeExecutionData[] = lines.map((line) => ({ json: { line } }));
	const memory = openMemory(execution.context(items), process.shared, items, true);
	const played: Played = { acceptedEarlier: [], inDoubt: [], refused: [], maybeTwice: [] };
	const open = new Set(lines.keys());
	const settle = (item: number, as: string[]) => {
		as.push(lines[item]);
		open.delete(item);
	};
	for (const item of lines.keys()) {
		const known = memory.known(item);
		if (known === 'accepted') settle(item, played.acceptedEarlier);
		else if (known === 'inDoubt') settle(item, played.inDoubt);
	}
	if (memory.isLost) {
		const sent = new Map([...open].map((item) => [item, `method?${lines[item]}`]));
		const found = await memory.recall(sent);
		for (const item of found ?? []) settle(item, played.acceptedEarlier);
		if (found === undefined) for (const item of [...open]) settle(item, played.inDoubt);
	}
	const toSend = [...open];
	for (let start = 0; start < toSend.length; start += linesPerRequest) {
		await way(process);
		const request = toSend.slice(start, start + linesPerRequest);
		const accepted = request.filter((item) => !portal.refuses.has(lines[item]));
		portal.log.push(...accepted.map((item) => lines[item]));
		await way(process);
		for (const item of request) {
			if (memory.mayHaveRun(item)) played.maybeTwice.push(lines[item]);
			open.delete(item);
			if (portal.refuses.has(lines[item])) played.refused.push(lines[item]);
			else memory.accepted(item, () => `method?${lines[item]}`);
		}
		memory.keep(open.size === 0);
		await process.alive();
	}
	await memory.close();
	await process.alive();
	if (!staysInRun) execution.nextRun();
	return played;
}

/** A request takes longer than a step of the database. */
async function way(process: N8nProcess): Promise<void> {
	for (let step = 0; step < 10; step += 1) await process.alive();
}

/** Lets things happen until the process is killed, or the work is done before. */
export async function untilKilled(process: N8nProcess, work: Promise<unknown>): Promise<void> {
	let isDone = false;
	const over = () => {
		isDone = true;
	};
	work.then(over, over);
	while (!isDone && !process.isKilled) await new Promise((resolve) => setImmediate(resolve));
}
