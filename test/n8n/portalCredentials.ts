import type { Portal } from '../portal/contract';
import { connectOAuth2, saveCredential, type Credential } from './credentials';
import type { Session } from './session';

/** The inbound webhook of a stand-in portal, under the name the example workflows use. */
export const webhookOf = (portal: Portal): Credential => ({
	type: 'bitrix24WebhookApi',
	name: 'Bitrix24 webhook',
	data: { webhookSecret: portal.webhookUrl },
});

/** The local application of a stand-in portal, under the name the example workflows use. */
export const applicationOf = (portal: Portal): Credential => ({
	type: 'bitrix24OAuth2Api',
	name: 'Bitrix24 application',
	data: {
		portalUrl: portal.url,
		authorizationServer: portal.oauth.url,
		...portal.oauth.application,
	},
});

/** Saves the application's credential and connects it. Returns its id. */
export async function connectApplication(session: Session, n8nUrl: string, portal: Portal): Promise<string> {
	portal.oauth.setRedirectUrl(`${n8nUrl}/rest/oauth2-credential/callback`);
	const id = await saveCredential(session, applicationOf(portal));
	await connectOAuth2(session, id);
	return id;
}
