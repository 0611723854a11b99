import type { IDataObject, IExecuteFunctions, INodeExecutionData, WorkflowExecuteMode } from 'n8n-workflow';
import type { Connection } from './n8nDatabase';

/** What n8n stores of an execution. */
export interface ExecutionData {
	establishedAt: number;
	resumeToken: string;
	context: IDataObject;
	/** How many runs of the node it knows. */
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

/** Older n8n lacks some of what a node may use. */
export type Missing = 'onExecutionFinish' | 'resumeUrl' | 'establishedAt';

export interface ExecutionOptions {
	data: ExecutionData;
	mode: WorkflowExecuteMode;
	helpers: Connection;
	warn: (message: string) => void;
	without: readonly Missing[];
}

let started = 0;

export const newData = (establishedAt: number): ExecutionData => ({
	...{ establishedAt, resumeToken: `word${started}`, context: {}, runs: 0 },
});

export function openExecution({ data, mode, helpers, warn, without }: ExecutionOptions): Execution {
	const id = String((started += 1));
	const signal = new AbortController().signal;
	const handlers: Array<() => Promise<void>> = [];
	const has = (what: Missing) => !without.includes(what);
	const address = `http://n8n/webhook-waiting/${id}`;
	const resumeUrl = has('resumeUrl') ? `${address}?signature=${data.resumeToken}` : address;

	const context = (items: INodeExecutionData[], tool = false) => ({
		getInputData: () => items,
		getNode: () => ({ id: 'node', name: 'Bizproc Log' }),
		getWorkflow: () => ({ id: 'wf' }),
		getMode: () => mode,
		getExecutionId: () => id,
		getExecutionCancelSignal: () => signal,
		getContext: () => data.context,
		getWorkflowDataProxy: () => ({ $runIndex: data.runs, $execution: { resumeUrl } }),
		getExecutionContext: () => (has('establishedAt') ? { establishedAt: data.establishedAt } : undefined),
		isToolExecution: () => tool,
		logger: { warn },
		helpers,
		...(has('onExecutionFinish') && {
			onExecutionFinish: (handler: () => Promise<void>) => handlers.push(handler),
		}),
	});

	return {
		data,
		context: (items, tool) => context(items, tool) as unknown as IExecuteFunctions,
		nextRun: () => (data.runs += 1),
		async finish() {
			for (const handler of handlers) await handler();
		},
		stored: () => structuredClone(data),
	};
}
