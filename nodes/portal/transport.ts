import type { IDataObject, IExecuteFunctions, IHookFunctions, IHttpRequestOptions } from 'n8n-workflow';
import { readNewOrigin, readPortalAddress, type Address } from './address';
import { isObject, readAnswer, readThrown, type Reply } from './reply';
import { describedWithoutSecrets, holdsDescriptions, secretsIn } from './secrets';

export type Authentication = 'webhook' | 'oAuth2';

/** Where calls come from: a running workflow, or n8n publishing one. */
export type Caller = IExecuteFunctions | IHookFunctions;

/** Sends one POST to a method of the portal. Never throws: whatever happens is a reply. */
export type Send = (method: string, body: IDataObject) => Promise<Reply>;

/** The portal ends a request after 60 seconds; past that no answer comes any more. */
const TIMEOUT_MS = 65_000;

const NOT_CONNECTED =
	'The OAuth2 credential is not connected to Bitrix24 yet. Open it and connect it to your account';

/**
 * The one door to the network.
 * With a webhook only the method's name is given: the credential makes the address of it and keeps its secret.
 */
export async function openTransport(context: Caller, authentication: Authentication): Promise<Send> {
	const address = authentication === 'oAuth2' ? await readOAuth2Address(context) : undefined;
	if (address?.reason !== undefined) {
		const { reason } = address;
		return async () => ({ kind: 'unprepared', reason });
	}
	let movedTo: string | undefined;

	return async (method, body) => {
		const reply = await post(context, target(address?.base, method, movedTo), body);
		if (reply.kind !== 'redirected' || movedTo !== undefined) return reply;
		// A renamed portal answers 302 and runs nothing; following it as browsers do would lose the body.
		movedTo = readNewOrigin(reply.requested, reply.location);
		return movedTo === undefined ? reply : await post(context, target(address?.base, method, movedTo), body);
	};
}

interface Target {
	credentialType: string;
	/** With OAuth2 the whole address, with a webhook only the method's name. */
	url: string;
	/** Only with a webhook: the origin that takes the place of the stored one. */
	baseURL?: string;
}

function target(base: string | undefined, method: string, movedTo: string | undefined): Target {
	if (base === undefined) return { credentialType: 'bitrix24WebhookApi', url: method, baseURL: movedTo };
	const { origin } = new URL(base);
	return { credentialType: 'bitrix24OAuth2Api', url: `${base.replace(origin, movedTo ?? origin)}${method}` };
}

async function post(context: Caller, { credentialType, ...to }: Target, body: IDataObject): Promise<Reply> {
	const options: IHttpRequestOptions = {
		...to,
		method: 'POST',
		body,
		json: true,
		returnFullResponse: true,
		disableFollowRedirect: true,
		timeout: TIMEOUT_MS,
		abortSignal: 'getExecutionCancelSignal' in context ? context.getExecutionCancelSignal() : undefined,
	};
	const reply = await ask(context, credentialType, options);
	if (reply.kind !== 'answered' || !holdsDescriptions(reply.body)) return reply;
	return { ...reply, body: describedWithoutSecrets(reply.body, await readSecrets(context, credentialType)) };
}

async function ask(context: Caller, credentialType: string, options: IHttpRequestOptions): Promise<Reply> {
	// The helper changes what it is given, and a webhook's address is no address before.
	const origin = credentialType === 'bitrix24OAuth2Api' ? new URL(options.url).origin : undefined;
	try {
		const answer = await context.helpers.httpRequestWithAuthentication.call(context, credentialType, options);
		return readAnswer({ status: answer.statusCode, headers: answer.headers, body: answer.body });
	} catch (thrown) {
		return readThrown(thrown, origin);
	}
}

async function readOAuth2Address(context: Caller): Promise<Address> {
	try {
		const { portalUrl, oauthTokenData } = await context.getCredentials('bitrix24OAuth2Api');
		if (!isObject(oauthTokenData)) return { reason: NOT_CONNECTED };
		return readPortalAddress(portalUrl, oauthTokenData.client_endpoint);
	} catch {
		return { reason: 'The OAuth2 credential of this node is missing or cannot be read' };
	}
}

/** Only to keep them out of the portal's words. */
async function readSecrets(context: Caller, credentialType: string): Promise<string[]> {
	try {
		return secretsIn(await context.getCredentials(credentialType));
	} catch {
		return [];
	}
}
