/* eslint-disable @n8n/community-nodes/no-restricted-globals */
import type { INode } from 'n8n-workflow';
import { saveCredential } from '../n8n/credentials';
import { finishedExecution, startedBy, type Execution } from '../n8n/executions';
import { connectApplication, webhookOf } from '../n8n/portalCredentials';
import { publish } from '../n8n/publication';
import { client, type Session } from '../n8n/session';
import { exampleWorkflow, saveWorkflow, type Workflow } from '../n8n/workflows';
import type { Portal } from '../portal/contract';
import { startPortal } from '../portal/portal';

/** The running n8n, and a portal of its own for each test file, to which both of n8n's credentials then belong. */
export interface Stage {
	url: string;
	/** The folder n8n keeps its data in. */
	folder: string;
	/** The file n8n logs to. */
	log: string;
	session: Session;
	portal: Portal;
}

/** @param connected also connects the application to the portal */
export async function openStage({ connected = false } = {}): Promise<Stage> {
	const { cookie, ...n8n } = JSON.parse(process.env.N8N_UNDER_TEST!);
	const session = client(n8n.url, cookie);
	const portal = await startPortal();
	const prepare = async () => {
		await saveCredential(session, webhookOf(portal));
		if (connected) await connectApplication(session, n8n.url, portal);
	};
	// A portal that nobody stops would keep the tests from ending.
	await prepare().catch(async (error: Error) => {
		await portal.stop();
		throw error;
	});
	return { ...n8n, session, portal };
}

export interface Line {
	eventToken: string;
	message: string;
}

/**
 * Publishes the example "log many lines" with other settings of its Bizproc Log node.
 * `name` has to be unique: it becomes the workflow's name and the path of its webhook.
 */
export async function publishLines(
	{ session }: Stage,
	name: string,
	settings: Partial<INode> = {},
): Promise<Workflow> {
	const example = exampleWorkflow('log-many-lines');
	const nodes = example.nodes.map((node): INode => {
		if (node.name === 'Bizproc Log') {
			return { ...node, ...settings, parameters: { ...node.parameters, ...settings.parameters } };
		}
		if (node.webhookId === undefined) return node;
		return { ...node, webhookId: name, parameters: { ...node.parameters, path: name } };
	});
	const workflow = await saveWorkflow(session, { ...example, name, nodes });
	await publish(session, workflow);
	return workflow;
}

/** Posts lines to a workflow's webhook. Returns the id of the execution that started. */
export async function startWith(
	{ url, session }: Stage,
	{ id, nodes }: Workflow,
	lines: Line[],
): Promise<string> {
	const path = nodes.find(({ webhookId }) => webhookId !== undefined)!.parameters.path as string;
	const post = async () => await client(url).post(`${url}/webhook/${path}`, { lines });
	return await startedBy(session, id, post);
}

/** Posts lines to a workflow's webhook and waits for the execution to end. */
export async function runWith(stage: Stage, workflow: Workflow, lines: Line[]): Promise<Execution> {
	return await finishedExecution(stage.session, await startWith(stage, workflow, lines));
}

/** The error an execution ended with, as the editor shows it. */
export function errorOf({ data }: Execution): { message: string; description?: string } | undefined {
	return data.resultData.error as { message: string; description?: string } | undefined;
}
