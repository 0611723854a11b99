import type { WorkflowExecuteMode } from 'n8n-workflow';
import type { Clock } from '../../../../nodes/portal/wire/clock';
import { openSharedMemory, type SharedMemory } from '../../../../nodes/items/memory/memory';
import { randomFrom } from '../../../simulator/world/random';
import { newData, openExecution, type Execution, type ExecutionData, type Missing } from './execution';
import { openDatabase, type Connection, type N8nDatabase } from './n8nDatabase';

/** As much of n8n as the memory sees: processes that can be killed, executions, and what of them is stored. */
export interface N8n {
	database: N8nDatabase;
	startProcess(options?: ProcessOptions): N8nProcess;
	/** Texts that are noted for the node. */
	noted(): number;
}

export interface ProcessOptions {
	/** Older n8n lacks some of what a node may use. */
	without?: readonly Missing[];
	/** What a step of the database takes. */
	stepMs?: number;
	/** In the place of n8n's own, for a database that fails. */
	connection?: (real: Connection) => Partial<Connection>;
}

export interface N8nProcess {
	shared: SharedMemory;
	clock: Clock & { ms: number };
	warnings: string[];
	/** Each time a row was read or written: by what. */
	steps: string[];
	/** At the first step of the database or of `alive` at which it is so, nothing comes back to this process any more. */
	killWhen(isSo: () => boolean): void;
	readonly isKilled: boolean;
	/** A point at which a killed process stands still. */
	alive(): Promise<void>;
	start(data?: ExecutionData, mode?: WorkflowExecuteMode): Execution;
	/** The Retry button. */
	retry(data: ExecutionData): Execution;
}

let processes = 0;

export function openN8n(): N8n {
	const database = openDatabase();
	return {
		database,
		noted: () => (JSON.parse(database.rows.get('wf node') ?? '[]') as string[]).length,
		startProcess: (options) => startProcess(database, options),
	};
}

function startProcess(database: N8nDatabase, options: ProcessOptions = {}): N8nProcess {
	const { without = [], stepMs = 1 } = options;
	const random = randomFrom((processes += 1));
	let isTime = () => false;
	let isKilled = false;
	const warnings: string[] = [];
	const steps: N8nProcess['steps'] = [];
	const clock = {
		ms: 1_000_000,
		now: () => clock.ms,
		async wait(milliseconds: number, signal?: AbortSignal) {
			if (!signal?.aborted) clock.ms += milliseconds;
		},
	};
	const shared = openSharedMemory(clock);

	async function alive(): Promise<void> {
		await Promise.resolve();
		isKilled ||= isTime();
		if (isKilled) await new Promise(() => {});
	}
	/** Not always as long, so that processes get ahead of each other. */
	async function step(): Promise<void> {
		clock.ms += stepMs;
		const turns = 1 + Math.floor(3 * random());
		for (let turn = 0; turn < turns; turn += 1) await alive();
	}

	const real = database.connect('wf node', step);
	const watched = Object.fromEntries(
		Object.entries(real).map(([what, how]) => [
			what,
			async (...args: unknown[]) => {
				steps.push(what);
				return await (how as (...all: unknown[]) => Promise<unknown>)(...args);
			},
		]),
	) as unknown as Connection;
	const helpers = { ...watched, ...options.connection?.(watched) };

	function start(data = newData(clock.now()), mode: WorkflowExecuteMode = 'trigger'): Execution {
		const warn = (message: string) => void warnings.push(message);
		return openExecution({ data, mode, helpers, warn, without });
	}

	return {
		...{ shared, clock, warnings, steps, alive, start },
		get isKilled() {
			return isKilled;
		},
		killWhen: (isSo) => (isTime = isSo),
		retry: (data) => start(structuredClone(data), 'retry'),
	};
}
