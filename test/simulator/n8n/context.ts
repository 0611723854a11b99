import type {
	IDataObject,
	IExecuteFunctions,
	IHttpRequestOptions,
	INode,
	INodeExecutionData,
	JsonObject,
} from 'n8n-workflow';
import { NodeApiError } from 'n8n-workflow';
import { httpHelper } from './httpHelper';
import { renewal } from './renewal';
import type { Attempt } from './attempt';
import type { Installation } from './installation';
import type { N8nProcess } from './n8nProcess';

/** What n8n keeps of an execution while it runs, and stores with it. */
export interface ExecutionData {
	/** By node. */
	contexts: Record<number, IDataObject>;
	/** How many runs of a node it knows, by node. */
	runs: Record<number, number>;
	establishedAt: number;
	/** By which n8n would resume it: the same in all its Retries. */
	resumeWord: string;
}

export interface Setting {
	installation: Installation;
	process: N8nProcess;
	attempt: Attempt;
	data: ExecutionData;
	mode: 'trigger' | 'retry';
	signal: AbortSignal;
	/** What is to be done when the execution has ended. */
	onFinish: (handler: () => unknown) => void;
}

/** The part of n8n that a node sees in one call of `execute`, as far as the nodes of this package use it. */
export function openContext(setting: Setting): IExecuteFunctions {
	const { installation, process, attempt, data, mode, signal } = setting;
	const { node: plan, materials, nodeIndex } = attempt;
	const items: INodeExecutionData[] = materials.map(({ item }) => item);
	const node = installation.nodes[nodeIndex];
	const say = (...words: unknown[]) => void attempt.words.push(words.map(String).join(' '));

	const client = { process: process.number, lineage: attempt.lineage };
	const context = {
		getInputData: () => items,
		getNode: () => node,
		getMode: () => mode,
		getExecutionId: () => String(attempt.execution),
		getExecutionCancelSignal: () => signal,
		getWorkflow: () => ({ id: 'wf', name: 'wf', active: true }),
		getWorkflowDataProxy: () => ({
			$runIndex: data.runs[nodeIndex] ?? 0,
			$execution: {
				id: String(attempt.execution),
				resumeUrl: `https://n8n.example/webhook-waiting/${attempt.execution}${installation.isOld ? '' : `?signature=${data.resumeWord}`}`,
			},
		}),
		getContext: () => (data.contexts[nodeIndex] ??= {}),
		continueOnFail: () => plan.onError !== 'stopWorkflow',
		isToolExecution: () => plan.isTool,
		addExecutionHints: (...hints: object[]) => say(JSON.stringify(hints)),
		logger: { debug: say, info: say, warn: say, error: say },
		getParentNodes: () => [],
		getNodeParameter: (name: string, item: number, fallback: unknown, options?: IDataObject) =>
			parameter(node, attempt, name, item, fallback, options),
		getCredentials: async (type: string) => await installation.readCredential(plan, type),
		...(!installation.isOld && {
			getExecutionContext: () => ({ version: 1, source: mode, establishedAt: data.establishedAt }),
			onExecutionFinish: setting.onFinish,
		}),
		helpers: {
			async httpRequestWithAuthentication(type: string, options: IHttpRequestOptions, more?: object) {
				try {
					return await httpHelper(setting, type, options, more);
				} catch (error) {
					throw new NodeApiError(node, error as JsonObject);
				}
			},
			refreshOAuth2Token: async (type: string) => await renewal(setting, type),
			checkProcessedAndRecord: async (
				texts: string[],
				_scope: string,
				{ maxEntries }: { maxEntries?: number },
			) => await installation.database.check(node.id, texts, maxEntries || Infinity, client),
			getProcessedDataCount: async () => await installation.database.count(node.id, client),
			clearAllProcessedItems: async () => await installation.database.clear(node.id, client),
			removeProcessed: async (texts: string[]) => await installation.database.remove(node.id, texts, client),
		},
	};
	return context as unknown as IExecuteFunctions;
}

/** A field's value: `{{ $json.name }}`, a little more than that, or what it was set to. */
function parameter(
	{ parameters }: INode,
	{ materials }: Attempt,
	name: string,
	item: number,
	fallback: unknown,
	options: IDataObject = {},
): unknown {
	const raw = parameters[name];
	if (raw === undefined) return fallback;
	if (options.rawExpressions === true || typeof raw !== 'string' || !raw.startsWith('=')) return raw;
	const material = materials[item];
	if (material.failing.includes(name)) throw new Error('ExpressionError: this cannot be worked out');
	const field = /\$json\.(\w+)/.exec(raw)![1];
	return material.item.json[field];
}
