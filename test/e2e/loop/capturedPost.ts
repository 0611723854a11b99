import { client } from '../../n8n/session';
import { toForm } from '../../portal/bizproc/handlerPost';
import { openHandler } from '../../portal/processes/recordingHandler';
import type { Stage } from '../stage';

/** What the portal posts for a step, in the words of PHP: everything is text. */
export interface Post extends Record<string, unknown> {
	event_token: string;
	workflow_id: string;
	auth: Record<string, string>;
}

/** A post of the portal for a step of that code, made out to a running workflow, which n8n has not seen yet. */
export async function capturePost({ portal }: Stage, code: string): Promise<Post> {
	const handler = await openHandler();
	await portal.runProcess({ handler: handler.url, code });
	await handler.close();
	return handler.received[0] as Post;
}

/** Posts a form, or any text in its place, as anybody can. Returns n8n's HTTP status. */
export async function sendPost({ url }: Stage, address: string, post: object | string): Promise<number> {
	const body = typeof post === 'string' ? post : toForm(post);
	const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
	const { status } = await client(url).post(address, body, { headers, validateStatus: () => true });
	return status;
}
