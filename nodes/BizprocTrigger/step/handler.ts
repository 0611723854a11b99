import type { IHookFunctions } from 'n8n-workflow';
import type { Words } from '../../portal/answers/connection';

const LONGEST_HANDLER = 1000;

export type Handler = { address: string; mistake?: undefined } | { address?: undefined; mistake: Words };

/** The address of this node that the portal posts to, or why it cannot be one. */
export function readHandler(context: IHookFunctions): Handler {
	return judgeHandler(context.getNodeWebhookUrl('default') ?? '', context.getNode().webhookId);
}

/**
 * The portal wants a host name with a dot; an IP address has some. Whether it can be reached, only a post shows.
 * @param secret n8n's random part of the address: who does not know it cannot even ask
 */
export function judgeHandler(address: string, secret: string | undefined): Handler {
	if (!secret) {
		return {
			mistake: {
				happened: 'This node has no address of its own yet',
				nextStep: 'Delete the node, add it to the workflow again and save, so that n8n makes one.',
			},
		};
	}
	const isShort = address.length <= LONGEST_HANDLER;
	const url = isShort && URL.canParse(address) ? new URL(address) : undefined;
	if (url && /^https?:$/.test(url.protocol) && url.hostname.indexOf('.') > 0) return { address };
	return {
		mistake: {
			happened: `Bitrix24 cannot post to n8n at ${url?.origin ?? (isShort ? address : 'so long an address')}`,
			nextStep:
				'n8n needs a public address with a host name such as n8n.example.com. Set it in the environment variable N8N_WEBHOOK_URL (WEBHOOK_URL in older versions of n8n), restart n8n and publish again.',
		},
	};
}
