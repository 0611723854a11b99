import type { Session } from './session';
import { isOldN8n } from './version';

/**
 * Listen for one post, as the editor does when a person tries a trigger.
 *
 * @throws with n8n's words when it cannot listen.
 */
export async function listen(session: Session, workflowId: string, trigger: string): Promise<void> {
	// n8n 1 runs what its editor hands over, not what is saved.
	const { data: saved } = await session.get(`/workflows/${workflowId}`);
	const { data } = await session.post(`/workflows/${workflowId}/run`, {
		...(isOldN8n && { workflowData: saved.data }),
		triggerToStartFrom: { name: trigger },
	});
	if (data.data.waitingForWebhook !== true) throw new Error('n8n does not listen.');
}

/** The button that ends it before a post has come. */
export async function stopListening(session: Session, workflowId: string): Promise<void> {
	await session.delete(`/test-webhook/${workflowId}`);
}
