import { sentence } from '../../nodes/portal/answers/connection';
import { readPortalAddress, readWebhookAddress } from '../../nodes/portal/wire/address';

/** What the person who starts the check has brought. */
export interface Settings {
	/** Of the webhook, ending in a slash. */
	webhook: string;
	/** Where the methods of the portal are, without a credential. */
	portal: string;
	/** An application's. */
	accessToken?: string;
	/** Of a process that waits. */
	eventToken?: string;
	/** Whether steps may be created in the portal. */
	mayCreate: boolean;
}

export const USAGE = `Compares what this package takes for granted with a real Bitrix24 portal.

  BITRIX24_WEBHOOK=https://your-portal.bitrix24.com/rest/1/…/ npm run check:portal

  BITRIX24_WEBHOOK       an inbound webhook with the permission "Business processes (bizproc)"
  BITRIX24_ACCESS_TOKEN  an access token of an application, if you have one: tries the registration of steps, too
  BITRIX24_PORTAL        the portal of that application, if it is another one than the webhook's
  BITRIX24_EVENT_TOKEN   the event token of a process that waits, if you have one; nothing is written to it
  npm run check:portal -- --yes   creates steps and takes them away again, without asking you first
`;

/** @throws an Error with a sentence for the person */
export function readSettings(environment: Record<string, string | undefined>, mayCreate: boolean): Settings {
	const { BITRIX24_WEBHOOK, BITRIX24_ACCESS_TOKEN, BITRIX24_PORTAL, BITRIX24_EVENT_TOKEN } = environment;
	const webhook = readWebhookAddress(BITRIX24_WEBHOOK);
	if (webhook.base === undefined)
		throw new Error(`BITRIX24_WEBHOOK: ${sentence(webhook.reason)}\n\n${USAGE}`);
	const ofWebhook = webhook.base.replace(/[^/]+\/[^/]+\/$/, '');
	const portal = BITRIX24_PORTAL ? readPortalAddress(BITRIX24_PORTAL) : { base: ofWebhook };
	if (portal.base === undefined) throw new Error(`BITRIX24_PORTAL: ${sentence(portal.reason)}`);
	return {
		webhook: webhook.base,
		portal: portal.base,
		accessToken: BITRIX24_ACCESS_TOKEN?.trim() || undefined,
		eventToken: BITRIX24_EVENT_TOKEN?.trim() || undefined,
		mayCreate,
	};
}
