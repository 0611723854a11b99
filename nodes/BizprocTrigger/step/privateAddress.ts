import type { Words } from '../../portal/answers/connection';

/** Names and numbers that mean something in one network only, loopback included; numbers as `URL` writes them. */
const PRIVATE_HOST =
	/^(localhost|127(\.\d+){3}|10(\.\d+){3}|192\.168(\.\d+){2}|172\.(1[6-9]|2\d|3[01])(\.\d+){2}|169\.254(\.\d+){2}|100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])(\.\d+){2}|0\.0\.0\.0|.+\.(local|localhost|internal|lan|home|test)|\[(::1|f[cd][\da-f]{2}:.*|fe80:.*)\])$/;

/** A portal in Bitrix24's own cloud. */
const CLOUD_HOST = /\.bitrix24\.[a-z]{2,3}(\.[a-z]{2})?$/;

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
