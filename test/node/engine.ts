/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- tests run in Node, not in n8n */
import 'reflect-metadata';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ExecutionLifecycleHooks, PackageDirectoryLoader, WorkflowExecute } from 'n8n-core';
import {
	createRunExecutionData,
	NodeConnectionTypes,
	Workflow,
	type IConnections,
	type IExecuteData,
	type INode,
	type INodeExecutionData,
	type INodeType,
	type INodeTypes,
	type IRun,
	type IRunExecutionData,
	type IWorkflowExecuteAdditionalData,
	type WorkflowExecuteMode,
} from 'n8n-workflow';
import { CredentialStore } from './credentialStore';
import { stubNodes } from './stubNodes';

const PACKAGE = 'n8n-nodes-bitrix24-bizproc';
const ROOT = join(__dirname, '..', '..');

// What n8n-core wants to know before it starts: a folder for its settings, and a key.
process.env.N8N_USER_FOLDER ??= join(ROOT, 'node_modules', '.cache', 'n8n-engine');
process.env.N8N_ENCRYPTION_KEY ??= 'for tests only';
process.env.N8N_LOG_LEVEL ??= 'silent';
mkdirSync(process.env.N8N_USER_FOLDER, { recursive: true });

export interface Plan {
	nodes: INode[];
	connections: IConnections;
	/** The items that the first node starts with. */
	items: INodeExecutionData[];
	mode?: WorkflowExecuteMode;
}

/** A running or finished execution. */
export interface Execution {
	finished: Promise<IRun>;
	/** What n8n's Stop button and the workflow timeout do. */
	stop(): void;
}

/** n8n-core's own execution engine with the built package loaded as n8n loads it, and nothing of n8n's server. */
export interface Engine {
	start(plan: Plan): Execution;
	/** What n8n's Retry button does: a new execution that goes on from the stored data of a failed one. */
	retry(plan: Plan, failed: IRun): Execution;
	nodeTypes: INodeTypes;
	/** What n8n's server puts around a workflow. @param webhookAddress where posts arrive, up to `/webhook` */
	surroundings(mode: WorkflowExecuteMode, webhookAddress?: string): IWorkflowExecuteAdditionalData;
}

/** @param moreTypes nodes besides those of the package and the stubs, by their full type */
export async function openEngine(
	credentials: CredentialStore,
	moreTypes: Record<string, INodeType> = {},
): Promise<Engine> {
	const loader = new PackageDirectoryLoader(ROOT);
	await loader.loadAll();
	credentials.types = loader.credentialTypes;
	const nodeTypes = toNodeTypes(loader, { ...stubNodes, ...moreTypes });

	function execute({ nodes, connections, mode = 'trigger' }: Plan, data: IRunExecutionData): Execution {
		const workflow = new Workflow({
			id: 'wf',
			nodes,
			connections,
			active: false,
			nodeTypes,
			settings: { executionOrder: 'v1' },
		});
		const process = new WorkflowExecute(toAdditionalData(credentials, mode), mode, data);
		const finished = process.processRunExecutionData(workflow);
		return { finished, stop: () => finished.cancel() };
	}

	return {
		nodeTypes,
		surroundings: (mode, webhookAddress) => toAdditionalData(credentials, mode, webhookAddress),
		start(plan) {
			const [node] = plan.nodes;
			const stack: IExecuteData[] = [{ node, data: { main: [plan.items] }, source: null }];
			return execute(plan, createRunExecutionData({ executionData: { nodeExecutionStack: stack } }));
		},
		retry(plan, failed) {
			// As in n8n's execution service: stored as JSON, the failed run of the last node taken off, started again.
			const data = JSON.parse(JSON.stringify(failed.data)) as IRunExecutionData;
			const { lastNodeExecuted, runData } = data.resultData;
			delete data.resultData.error;
			const runs = runData[lastNodeExecuted ?? ''];
			if (runs?.at(-1)?.error !== undefined) runs.pop();
			return execute({ ...plan, mode: 'retry' }, data);
		},
	};
}

function toNodeTypes(loader: PackageDirectoryLoader, ready: Record<string, INodeType>): INodeTypes {
	const find = (type: string) => {
		if (ready[type]) return ready[type];
		const name = type.replace(`${PACKAGE}.`, '');
		return name.endsWith('Tool') ? asTool(loader, name.slice(0, -4)) : loader.getNode(name).type;
	};
	return { getByName: find, getByNameAndVersion: find, getKnownTypes: () => ({}) } as unknown as INodeTypes;
}

/** n8n's server makes a second type of each node that says `usableAsTool`: the same node with another output. */
function asTool(loader: PackageDirectoryLoader, name: string): INodeType {
	const type = loader.getNode(name).type as INodeType;
	const description = { ...type.description, outputs: [NodeConnectionTypes.AiTool], inputs: [] };
	return Object.assign(Object.create(type) as INodeType, { description });
}

/** Every address must be a whole one, or n8n fails on reading any parameter. */
function toAdditionalData(
	credentials: CredentialStore,
	mode: WorkflowExecuteMode,
	webhookAddress = 'http://127.0.0.1/webhook',
): IWorkflowExecuteAdditionalData {
	const address = 'http://127.0.0.1/';
	return {
		credentialsHelper: credentials,
		hooks: new ExecutionLifecycleHooks(mode, '1', { id: 'wf', name: 'wf' } as never),
		executionId: '1',
		currentNodeExecutionIndex: 0,
		variables: {},
		restApiUrl: address,
		instanceBaseUrl: address,
		formBaseUrl: address,
		formWaitingBaseUrl: address,
		formTestBaseUrl: address,
		webhookBaseUrl: webhookAddress,
		webhookWaitingBaseUrl: address,
		webhookTestBaseUrl: `${webhookAddress}-test`,
		logAiEvent: () => {},
	} as unknown as IWorkflowExecuteAdditionalData;
}
