import type { IDataObject, IExecuteFunctions, INodeExecutionData, WorkflowExecuteMode } from 'n8n-workflow';
import type { Clock } from '../../../../nodes/portal/wire/clock';
import { openSharedMemory, type SharedMemory } from '../../../../nodes/items/memory/memory';
import { randomFrom } from '../../../simulator/world/random';
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
	without?: Array<'onExecutionFinish' | 'resumeUrl' | 'establishedAt'>;
	/** What a step of the database takes. */
	stepMs?: number;
	/** In the place of n8n's own, for a database that fails. */
	connection?: (real: Connection) => Partial<Connection>;
}

export interface N8nProcess {
	shared: SharedMemory;
	clock: Clock & { ms: number };
	warnings: string[];
	/** When rows were read or written, by what. */
	steps: Array<{ ms: number; what: string }>;
	/** At the first step of the database or of `alive` at which it is so, nothing comes back to this process any more. */
	killWhen(isSo: () => boolean): void;
	readonly isKilled: boolean;
	/** A point at which a killed process stands still. */
	alive(): Promise<void>;
	start(data?: ExecutionData, mode?: WorkflowExecuteMode): Execution;
	/** The Retry button. */
	retry(data: ExecutionData): Execution;
}

/** What n8n stores of an execution. */
export interface ExecutionData {
	establishedAt: number;
	resumeToken: string;
	context: IDataObject;
	runs: number;
}

export interface Execution {
	/** In memory; a copy is what n8n stores. */
	data: ExecutionData;
	/** For one try of the current run. */
	context(items: INodeExecutionData[], tool?: boolean): IExecuteFunctions;
	/** The node has done its run. */
	nextRun(): void;
	/** The execution is over, well or not. */
	finish(): Promise<void>;
	stored(): ExecutionData;
}

let started = 0;
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
				steps.push({ ms: clock.ms, what });
				return await (how as (...all: unknown[]) => Promise<unknown>)(...args);
			},
		]),
	) as unknown as Connection;
	const helpers = { ...watched, ...options.connection?.(watched) };

	function start(data: ExecutionData = newData(clock), mode: WorkflowExecuteMode = 'trigger'): Execution {
		const id = String((started += 1));
		const signal = new AbortController().signal;
		const handlers: Array<() => Promise<void>> = [];
		const context = (items: INodeExecutionData[], tool = false) =>
			({
				getInputData: () => items,
				getNode: () => ({ id: 'node', name: 'Bizproc Log' }),
				getWorkflow: () => ({ id: 'wf' }),
				getMode: () => mode,
				getExecutionId: () => id,
				getExecutionCancelSignal: () => signal,
				getContext: () => data.context,
				getWorkflowDataProxy: () => ({
					$runIndex: data.runs,
					$execution: {
						resumeUrl: `http://n8n/webhook-waiting/${id}${without.includes('resumeUrl') ? '' : `?signature=${data.resumeToken}`}`,
					},
				}),
				getExecutionContext: () =>
					without.includes('establishedAt') ? undefined : { establishedAt: data.establishedAt },
				isToolExecution: () => tool,
				logger: { warn: (message: string) => warnings.push(message) },
				helpers,
				...(!without.includes('onExecutionFinish') && {
					onExecutionFinish: (handler: () => Promise<void>) => handlers.push(handler),
				}),
			}) as unknown as IExecuteFunctions;
		return {
			data,
			context,
			nextRun: () => (data.runs += 1),
			async finish() {
				for (const handler of handlers) await handler();
			},
			stored: () => structuredClone(data),
		};
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

const newData = (clock: Clock): ExecutionData => ({
	establishedAt: clock.now(),
	resumeToken: `word${started}`,
	context: {},
	runs: 0,
});
