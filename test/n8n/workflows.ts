/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import type { IConnections, INode } from 'n8n-workflow';
import { randomUUID } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Session } from './session';
import { isOldN8n } from './version';

/** What a workflow file holds. */
export interface WorkflowFile {
	name: string;
	nodes: INode[];
	connections: IConnections;
	settings?: Record<string, unknown>;
}

/** A workflow as n8n keeps it. */
export interface Workflow extends WorkflowFile {
	id: string;
	versionId: string;
}

const examples = join(__dirname, '..', '..', 'examples');

/** The names of the workflows in the folder examples. */
export const exampleNames = (): string[] =>
	readdirSync(examples)
		.filter((file) => file.endsWith('.json'))
		.map((file) => file.replace('.json', ''));

/** One of the examples, by the name of its file. */
export function exampleWorkflow(name: string): WorkflowFile {
	return JSON.parse(readFileSync(join(examples, `${name}.json`), 'utf8'));
}

/**
 * Saves a workflow, in place of one with the same name. The files name credentials without an id, which n8n then
 * looks up by name, as it does when a person imports the file.
 */
export async function saveWorkflow(session: Session, file: WorkflowFile): Promise<Workflow> {
	const { data: saved } = await session.get<{ data: Workflow[] }>('/workflows');
	const same = saved.data.find(({ name }) => name === file.name);
	// n8n 1 wants to be told that a new one is not active.
	const workflow = {
		...(isOldN8n && !same && { active: false }),
		...withoutStaticData(file),
		nodes: file.nodes.map(withAddress),
	};
	const { data } = same
		? await session.patch(`/workflows/${same.id}`, { ...workflow, versionId: same.versionId })
		: await session.post('/workflows', workflow);
	return data.data;
}

/** The files hold no address of a step, for it is to be known to nobody; the editor makes one on import, and so do we. */
const withAddress = (node: INode): INode =>
	node.type.endsWith('.bizprocTrigger') ? { webhookId: randomUUID(), ...node } : node;

/** What an earlier answer told of it would be put in the place of what n8n keeps meanwhile; its editor leaves it out, too. */
const withoutStaticData = (file: WorkflowFile) =>
	Object.fromEntries(Object.entries(file).filter(([name]) => name !== 'staticData'));
