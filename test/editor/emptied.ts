import type { Session } from '../n8n/session';

/** Takes all workflows and credentials out of n8n, so that the next one finds it as on the first day. */
export async function emptied(session: Session): Promise<void> {
	for (const { id } of await listed(session, '/workflows')) {
		await session.post(`/workflows/${id}/deactivate`, {});
		await session.post(`/workflows/${id}/archive`, {});
		await session.delete(`/workflows/${id}`);
	}
	for (const { id } of await listed(session, '/credentials')) await session.delete(`/credentials/${id}`);
}

async function listed(session: Session, what: string): Promise<Array<{ id: string }>> {
	const { data } = await session.get<{ data: Array<{ id: string }> }>(what);
	return data.data;
}
