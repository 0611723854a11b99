import type { Session } from './session';

/**
 * Listen for one post, as the editor does when a person tries a trigger.
 *
 * @throws with n8n's words when it cannot listen.
 */
export async function listen(session: Session, workflowId: string, trigger: string): Promise<void> {
	const { data } = await session.post(`/workflows/${workflowId}/run`, {
		triggerToStartFrom: { name: trigger },
	});
	if (data.data.waitingForWebhook !== true) throw new Error('n8n does not listen.');
}

/** The button that ends it before a post has come. */
export async function stopListening(session: Session, workflowId: string): Promise<void> {
	await session.delete(`/test-webhook/${workflowId}`);
}
