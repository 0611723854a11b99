import { randomBytes } from 'node:crypto';
import { type Ask, askAt, getAt, type Seen } from './asking';
import { quiet } from './quiet';
import type { Settings } from './settings';

/** Who can ask the portal, and with what. */
export interface Parties {
	webhook: Ask;
	/** GET with the webhook. */
	get(methodAndQuery: string): Promise<Seen>;
	/** The same address with a secret that is none. */
	wrongWebhook: Ask;
	/** Without any credential. */
	nobody: Ask;
	/** With the access token in the body, as it is documented. */
	application: Ask;
	/** With the access token in a header, as n8n sends it. */
	bearer: Ask;
	eventToken: string;
	/** A code that nobody else has. What is registered under it is taken away when the check ends. */
	newCode(): string;
	/** All of them. */
	codes: string[];
}

export function openParties(settings: Settings): Parties {
	const { webhook, portal, accessToken = '', eventToken = '' } = settings;
	const clean = quiet(settings);
	const prefix = `check_portal_${randomBytes(4).toString('hex')}`;
	const codes: string[] = [];
	return {
		webhook: askAt(webhook, clean),
		get: async (methodAndQuery) => await getAt(`${webhook}${methodAndQuery}`, clean),
		wrongWebhook: askAt(webhook.replace(/[^/]+\/$/, 'a0a0a0a0a0a0a0a0/'), clean),
		nobody: askAt(webhook.replace(/[^/]+\/[^/]+\/$/, ''), clean),
		application: askAt(portal, clean, {}, { auth: accessToken }),
		bearer: askAt(portal, clean, { Authorization: `Bearer ${accessToken}` }),
		eventToken,
		newCode: () => {
			const code = `${prefix}_${codes.length}`;
			codes.push(code);
			return code;
		},
		codes,
	};
}
