import type { Session } from '../n8n/session';
import { until } from '../n8n/until';

const UNPUBLISHED_SECONDS = 60;

interface Listed {
	id: string;
	isArchived?: boolean;
}

/** Takes all workflows and credentials out of n8n, so that the next one finds it as on the first day. */
export async function emptied(session: Session): Promise<void> {
	for (const { id, isArchived } of await listed(session, '/workflows')) {
		await session.post(`/workflows/${id}/deactivate`, {});
		if (!isArchived) await session.post(`/workflows/${id}/archive`, {});
		// n8n takes a published one back in its own time, and refuses to delete it until then.
		await until(
			'a workflow to be deleted',
			UNPUBLISHED_SECONDS,
			async () => await session.delete(`/workflows/${id}`).catch(() => undefined),
		);
	}
	for (const { id } of await listed(session, '/credentials')) await session.delete(`/credentials/${id}`);
}

async function listed(session: Session, what: string): Promise<Listed[]> {
	const { data } = await session.get<{ data: Listed[] }>(what);
	return data.data;
}
