import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';
import { isObject } from '../portal/answers/reply';
import { readPortalAddress } from '../portal/wire/address';
import { digest } from './digest';

/** An application at a portal. Each has codes of its own: the same code elsewhere is another step. */
export interface Application {
	/** The portal, as far as the authorization server has named it (member_id). */
	memberId?: string;
	/** Of the application's client id. */
	clientDigest?: string;
}

/** The application of the OAuth2 credential; nothing is known of one that is missing or was never connected. */
export async function readApplication(context: IHookFunctions | IWebhookFunctions): Promise<Application> {
	try {
		const { clientId, oauthTokenData } = await context.getCredentials('bitrix24OAuth2Api');
		const { member_id: memberId } = isObject(oauthTokenData) ? oauthTokenData : {};
		return {
			...(isText(memberId) && { memberId }),
			...(isText(clientId) && { clientDigest: digest(clientId) }),
		};
	} catch {
		return {};
	}
}

/** Where the methods of the credential's portal are; undefined as long as nobody knows. */
export async function readPortal(context: IHookFunctions): Promise<string | undefined> {
	try {
		const { portalUrl, oauthTokenData } = await context.getCredentials('bitrix24OAuth2Api');
		const { client_endpoint: endpoint } = isObject(oauthTokenData) ? oauthTokenData : {};
		return readPortalAddress(portalUrl, endpoint).base;
	} catch {
		return undefined;
	}
}

/** What nobody has named may be the same. */
export const isSameApplication = (a: Application, b: Application): boolean =>
	mayBeSame(a.memberId, b.memberId) && mayBeSame(a.clientDigest, b.clientDigest);

const mayBeSame = (a: string | undefined, b: string | undefined): boolean =>
	a === undefined || b === undefined || a === b;

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
