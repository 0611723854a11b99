import type { IExecuteFunctions, IHookFunctions, IWebhookFunctions } from 'n8n-workflow';
import { isObject } from '../answers/reply';

/**
 * The id of the portal (member_id) that the OAuth2 credential is connected to, as the authorization server named it.
 * @returns undefined when it is not connected, or was connected by something that did not keep the id
 */
export async function readMemberId(
	context: IExecuteFunctions | IHookFunctions | IWebhookFunctions,
): Promise<string | undefined> {
	try {
		const { oauthTokenData } = await context.getCredentials('bitrix24OAuth2Api');
		const memberId = isObject(oauthTokenData) ? oauthTokenData.member_id : undefined;
		return typeof memberId === 'string' && memberId !== '' ? memberId : undefined;
	} catch {
		return undefined;
	}
}
