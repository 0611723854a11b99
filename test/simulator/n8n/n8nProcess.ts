import { openProcess, type Process } from '../../../nodes/items/process';
import type { Clock } from '../../../nodes/portal/wire/clock';
import type { World } from '../world/world';
import { openProcessClock, type ProcessClock } from '../world/processClock';

/** One process of n8n, from its start until it is killed. */
export interface N8nProcess {
	/** Counted over all that were ever started. */
	number: number;
	clock: ProcessClock;
	/** What the nodes of this process share. */
	memory: Process;
	isKilled: boolean;
	/** Renewals under way, by credential: n8n makes one of several. */
	renewing: Map<number, Promise<void>>;
}

/** @param memory makes what the nodes of the process share */
export function startProcess(
	world: World,
	number: number,
	random: () => number,
	memory: OpenProcess = openProcess,
): N8nProcess {
	const clock = openProcessClock(world, random);
	return { number, clock, memory: memory(clock, random), isKilled: false, renewing: new Map() };
}

export type OpenProcess = typeof openProcess;

/** A process that lives through many scenarios, each in a world of its own: what it shares stays the same. */
export function openLongLife(random: () => number): OpenProcess {
	let current: Clock;
	const memory = openProcess(
		{ now: () => current.now(), wait: async (ms, signal) => await current.wait(ms, signal) },
		random,
	);
	return (clock) => {
		current = clock;
		return memory;
	};
}

/** What the promise brings, as long as the process lives. */
export async function whileAlive<T>(process: N8nProcess, work: Promise<T>): Promise<T> {
	return await new Promise<T>((resolve, reject) => {
		work.then(
			(value) => !process.isKilled && resolve(value),
			(error: Error) => !process.isKilled && reject(error),
		);
	});
}
