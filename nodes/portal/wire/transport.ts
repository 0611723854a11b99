import type { IDataObject, IExecuteFunctions, IHookFunctions, IHttpRequestOptions } from 'n8n-workflow';
import { readNewOrigin, readPortalAddress, readWebhookAddress, type Address } from './address';
import { isObject, readAnswer, readThrown, type Reply } from '../answers/reply';
import { describedWithoutSecrets, holdsDescriptions, secretsIn } from './secrets';

export type Authentication = 'webhook' | 'oAuth2';

/** Where calls come from: a running workflow, or n8n publishing one. */
export type Caller = IExecuteFunctions | IHookFunctions;

/** A way to one portal, with one credential. */
export interface Transport {
	/** Sends one POST to a method of the portal. Never throws: whatever happens is a reply. */
	send(method: string, body: IDataObject): Promise<Reply>;
	/** The portal, e.g. `https://portal.bitrix24.com`; empty when it is not known before something is sent. */
	origin: string;
	/** Tells credentials apart; no secret. */
	credential: string;
}

/** The portal ends a request after 60 seconds; past that no answer comes any more. */
const TIMEOUT_MS = 65_000;

const WEBHOOK = 'bitrix24WebhookApi';
const APPLICATION = 'bitrix24OAuth2Api';

const NOT_CONNECTED =
	'The OAuth2 credential is not connected to Bitrix24 yet. Open it and connect it to your account';

/**
 * The one door to the network.
 * With a webhook only the method's name is given: the credential makes the address of it and keeps its secret.
 */
export async function openTransport(context: Caller, authentication: Authentication): Promise<Transport> {
	const type = authentication === 'oAuth2' ? APPLICATION : WEBHOOK;
	const credential = `${type} ${context.getNode().credentials?.[type]?.id ?? ''}`;
	const address = authentication === 'oAuth2' ? await readOAuth2Address(context) : undefined;
	if (address?.reason !== undefined) {
		const { reason } = address;
		return { send: async () => ({ kind: 'unprepared', reason }), origin: '', credential };
	}
	const origin = address ? new URL(address.base).origin : await readWebhookOrigin(context);
	let movedTo: string | undefined;

	async function send(method: string, body: IDataObject): Promise<Reply> {
		const reply = await post(context, target(address?.base, method, movedTo), body);
		if (reply.kind !== 'redirected' || movedTo !== undefined) return reply;
		// A renamed portal answers 302 and runs nothing; following it as browsers do would lose the body.
		movedTo = readNewOrigin(reply.requested, reply.location);
		return movedTo === undefined ? reply : await post(context, target(address?.base, method, movedTo), body);
	}
	return { send, origin, credential };
}

interface Target {
	credentialType: string;
	/** With OAuth2 the whole address, with a webhook only the method's name. */
	url: string;
	/** Only with a webhook: the origin that takes the place of the stored one. */
	baseURL?: string;
}

function target(base: string | undefined, method: string, movedTo: string | undefined): Target {
	if (base === undefined) return { credentialType: WEBHOOK, url: method, baseURL: movedTo };
	const { origin } = new URL(base);
	return { credentialType: APPLICATION, url: `${base.replace(origin, movedTo ?? origin)}${method}` };
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
	const origin = credentialType === APPLICATION ? new URL(options.url).origin : undefined;
	try {
		const answer = await context.helpers.httpRequestWithAuthentication.call(context, credentialType, options);
		return readAnswer({ status: answer.statusCode, headers: answer.headers, body: answer.body });
	} catch (thrown) {
		return readThrown(thrown, origin);
	}
}

async function readOAuth2Address(context: Caller): Promise<Address> {
	try {
		const { portalUrl, oauthTokenData } = await context.getCredentials(APPLICATION);
		if (!isObject(oauthTokenData)) return { reason: NOT_CONNECTED };
		return readPortalAddress(portalUrl, oauthTokenData.client_endpoint);
	} catch {
		return { reason: 'The OAuth2 credential of this node is missing or cannot be read' };
	}
}

/** Only to know which limits a request counts against: where it goes is the credential's own business. */
async function readWebhookOrigin(context: Caller): Promise<string> {
	try {
		const { webhookSecret } = await context.getCredentials(WEBHOOK);
		const { base } = readWebhookAddress(webhookSecret);
		return base === undefined ? '' : new URL(base).origin;
	} catch {
		return '';
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
