/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import type { IConnections, INode } from 'n8n-workflow';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Session } from './session';
import { until } from './until';

const PUBLISH_SECONDS = 60;

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

/** One of the examples in test/workflows, by the name of its file. */
export function exampleWorkflow(name: string): WorkflowFile {
	return JSON.parse(readFileSync(join(__dirname, '..', 'workflows', `${name}.json`), 'utf8'));
}

/**
 * Saves a workflow, in place of one with the same name. The files name credentials without an id, which n8n then
 * looks up by name, as it does when a person imports the file.
 */
export async function saveWorkflow(session: Session, file: WorkflowFile): Promise<Workflow> {
	const { data: saved } = await session.get<{ data: Workflow[] }>('/workflows');
	const same = saved.data.find(({ name }) => name === file.name);
	const { data } = same
		? await session.patch(`/workflows/${same.id}`, { ...file, versionId: same.versionId })
		: await session.post('/workflows', file);
	return data.data;
}

/**
 * Publishes a saved workflow and waits until its webhooks answer.
 *
 * @throws with n8n's words when one of its triggers cannot be published.
 */
export async function publish(session: Session, { id, versionId }: Workflow): Promise<void> {
	await session.post(`/workflows/${id}/activate`, { versionId });
	await until('a workflow to be published', PUBLISH_SECONDS, async () => {
		const { data } = await session.get(`/workflows/${id}/publication-status`);
		const { status, triggers } = data.data as {
			status: string;
			triggers: Array<{ errorMessage?: string }>;
		};
		if (status === 'failed' || status === 'partial') {
			throw new Error(`n8n could not publish the workflow: ${triggers.map((t) => t.errorMessage).join(' ')}`);
		}
		return status === 'published' || undefined;
	});
}
