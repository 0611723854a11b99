import type { IExecuteFunctions, IHookFunctions } from 'n8n-workflow';
import type { Words } from '../answers/connection';
import { isObject } from '../answers/reply';
import { readPortalAddress, readWebhookAddress, type Address } from './address';

export type Authentication = 'webhook' | 'oAuth2';

/** Where calls come from: a running workflow, or n8n publishing one. */
export type Caller = IExecuteFunctions | IHookFunctions;

/** What a node signs in with, and where the methods of its portal are, or why nobody knows. */
export type Credential = Address & {
	type: string;
	/** Tells credentials apart; no secret. */
	name: string;
	/** An application of the portal: its access expires and is renewed. */
	isApplication: boolean;
};

const WEBHOOK = 'bitrix24WebhookApi';
export const APPLICATION = 'bitrix24OAuth2Api';

const NOT_CONNECTED: Words = {
	happened: 'The OAuth2 credential is not connected yet: open it and press Connect',
	nextStep: 'Connect stands at the top of the credential as soon as all of its fields are filled in.',
};

const missing = (which: string): Words => ({
	happened: `The ${which} credential of this node is missing or cannot be read`,
	nextStep: 'Choose a credential in the node, or create one there.',
});

export async function readCredential(context: Caller, authentication: Authentication): Promise<Credential> {
	const isApplication = authentication === 'oAuth2';
	const type = isApplication ? APPLICATION : WEBHOOK;
	const name = `${type} ${context.getNode().credentials?.[type]?.id ?? ''}`;
	const address = await (isApplication ? readApplication(context) : readWebhook(context));
	return { ...address, type, name, isApplication };
}

async function readApplication(context: Caller): Promise<Address> {
	try {
		const { portalUrl, oauthTokenData } = await context.getCredentials(APPLICATION);
		// A credential that was saved but never connected holds an empty object.
		if (!isObject(oauthTokenData) || !oauthTokenData.access_token) return { reason: NOT_CONNECTED };
		return readPortalAddress(portalUrl, oauthTokenData.client_endpoint);
	} catch {
		return { reason: missing('OAuth2') };
	}
}

async function readWebhook(context: Caller): Promise<Address> {
	try {
		const { webhookSecret } = await context.getCredentials(WEBHOOK);
		return readWebhookAddress(webhookSecret);
	} catch {
		return { reason: missing('webhook') };
	}
}
