import { get } from '../http/client';
import type { Portal } from '../portal';

/** What a person reads on the portal's page: its text, one space between words. For tests. */
export async function read(portal: Portal): Promise<string> {
	const html = (await get(portal.url)).data as string;
	return html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
}
