import type { Words } from '../../portal/answers/connection';
import { CLOUD_HOSTS, PRIVATE_HOSTS } from '../../portal/wire/hosts';

/** Host names as `URL` writes them. */
const PRIVATE_HOST = new RegExp(`^(${PRIVATE_HOSTS})$`);
const CLOUD_HOST = new RegExp(`^${CLOUD_HOSTS}$`);

export const isPrivateHost = (host: string): boolean => PRIVATE_HOST.test(host);

export type Doubt = { mistake: Words; warning?: undefined } | { mistake?: undefined; warning: string };

/**
 * What is to be said of n8n at a private address (the first one), if the portal (the second one) has none. Bitrix24's own
 * servers post, as a rule also for a self-hosted portal, and they come from the Internet.
 */
export function doubtOf({ hostname, origin }: URL, { hostname: host }: URL): Doubt | undefined {
	if (!isPrivateHost(hostname) || isPrivateHost(host)) return undefined;
	if (CLOUD_HOST.test(host)) {
		return {
			mistake: {
				happened: `Bitrix24 cannot post to n8n at ${origin}`,
				nextStep:
					'This address belongs to a private network, and the portal is in the Internet. Give n8n a public address in the environment variable N8N_WEBHOOK_URL (WEBHOOK_URL in older versions of n8n), restart n8n and publish again.',
			},
		};
	}
	return {
		warning: `Bitrix24 is to post to n8n at ${origin}, an address of a private network. As a rule the servers of Bitrix24 post, also for a self-hosted portal, and cannot reach it. If no process starts n8n, give n8n a public address.`,
	};
}
