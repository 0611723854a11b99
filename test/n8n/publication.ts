import type { Session } from './session';
import { until } from './until';
import { isOldN8n } from './version';
import type { Workflow } from './workflows';

/** n8n tries a trigger that fails five times, which takes it a quarter of a minute. */
const PUBLICATION_SECONDS = 60;

/** How the last publication ended, as the editor shows it. */
export interface Publication {
	status: 'published' | 'partial' | 'failed' | 'not_published';
	/** Of each trigger that failed, what n8n shows. */
	messages: string[];
}

/**
 * Publishes a saved workflow and waits until its webhooks answer.
 *
 * @throws with n8n's words when one of its triggers cannot be published.
 */
export async function publish(session: Session, workflow: Workflow): Promise<void> {
	const { status, messages } = await tryToPublish(session, workflow);
	if (status !== 'published') {
		throw new Error(`n8n could not publish the workflow (${status}): ${messages.join(' ')}`);
	}
}

/** Publishes a saved workflow, waits until n8n is done with it, and tells how it ended. */
export async function tryToPublish(session: Session, workflow: Workflow): Promise<Publication> {
	if (isOldN8n) return await activateAtOnce(session, workflow);
	await activate(session, workflow);
	return await settledPublication(session, workflow.id);
}

/** n8n 1 knows no publication: a saved workflow is active or not, and its answer tells how that went. */
async function activateAtOnce(session: Session, { id }: Workflow): Promise<Publication> {
	try {
		await session.patch(`/workflows/${id}`, { active: true });
		return { status: 'published', messages: [] };
	} catch (error) {
		return { status: 'failed', messages: [(error as Error).message] };
	}
}

/**
 * Asks n8n to publish. It answers at once, and publishes afterwards; in the way of older versions it answers when it is done.
 *
 * @throws in the way of older versions, with n8n's words, when a trigger cannot be published.
 */
export async function activate(session: Session, { id, versionId }: Workflow): Promise<void> {
	await session.post(`/workflows/${id}/activate`, { versionId });
}

/** Waits until n8n is done with it as well. */
export async function unpublish(session: Session, { id }: Workflow): Promise<void> {
	if (isOldN8n) {
		await session.patch(`/workflows/${id}`, { active: false });
		return;
	}
	await session.post(`/workflows/${id}/deactivate`, {});
	await settledPublication(session, id);
}

async function settledPublication(session: Session, workflowId: string): Promise<Publication> {
	return await until('n8n to be done with a publication', PUBLICATION_SECONDS, async () => {
		const { data } = await session.get(`/workflows/${workflowId}/publication-status`);
		const { status, triggers } = data.data as {
			status: Publication['status'] | 'in_progress';
			triggers: Array<{ errorMessage?: string | null }>;
		};
		if (status === 'in_progress') return undefined;
		return { status, messages: triggers.flatMap(({ errorMessage }) => errorMessage ?? []) };
	});
}
