import type { IDataObject, IHttpRequestOptions } from 'n8n-workflow';
import { readAnswer, readBrokenOff, readThrown, type Reply } from '../answers/reply';
import { readNewOrigin } from './address';
import type { Clock } from './clock';
import { openWatch, signalOf, type Watch } from './connecting';
import { readAccess, type Caller, type Credential } from './credential';
import { renew, type Bound } from './renewal';
import { describedWithoutSecrets, holdsDescriptions, secretsIn } from './secrets';

/** What all executions of this process know of the way to a portal. */
export interface Whereabouts {
	clock: Clock;
	/** It was renamed: the origin it has now. */
	movedTo?: string;
	/** When something came back from it last, in unix milliseconds. */
	heardMs?: number;
	/** How often the access of a credential was renewed, by the credential's name. */
	renewals: Map<string, number>;
}

/**
 * Sends one POST to a method of the portal. Never throws: whatever happens is a reply.
 * @param bound how long an authorization server that says nothing is waited for
 */
export type Send = (method: string, body: IDataObject, bound: Bound) => Promise<Reply>;

/** A portal that was heard of so shortly before can be reached. */
const KNOWN_MS = 60_000;
/** The portal ends a request after 60 seconds; past that no answer comes any more. */
const TIMEOUT_MS = 65_000;

/**
 * Answers with these statuses come as errors, which show whether a proxy gave them before there was a way to the portal.
 * Older n8n takes no list, and all answers are the portal's. Every other status, 401 above all, is an answer to be
 * read here: n8n would renew the access at any 401, and wait for it without end.
 */
const ALSO_OF_PROXIES = { ignore: true, except: [403, 502, 503, 504] } as unknown as boolean;

/**
 * The one door to the network.
 * With a webhook only the method's name is given: the credential makes the address of it and keeps its secret.
 */
export function openTransport(context: Caller, credential: Credential, whereabouts: Whereabouts): Send {
	const { base, reason, type, name, isApplication } = credential;
	if (base === undefined) return async () => ({ kind: 'unprepared', reason });
	const { origin } = new URL(base);
	const renewals = () => whereabouts.renewals.get(name) ?? 0;
	const addressOf = (method: string, at = origin) => `${at}${base.slice(origin.length)}${method}`;

	async function post(method: string, body: IDataObject): Promise<Reply> {
		const sendTo = async (at: string | undefined) => {
			const to = isApplication ? { url: addressOf(method, at) } : { url: method, baseURL: at };
			return await askWatched({ ...to, body }, at ?? origin);
		};
		const { movedTo } = whereabouts;
		const reply = await sendTo(movedTo);
		// What was true of the new address may be so no longer.
		if (reply.kind === 'unreached') whereabouts.movedTo = undefined;
		if (reply.kind !== 'redirected') return reply;
		// A renamed portal answers 302 and runs nothing; following it as browsers do would lose the body.
		const newOrigin = readNewOrigin(addressOf(method, movedTo), reply.location);
		if (newOrigin === undefined) return reply;
		whereabouts.movedTo = newOrigin;
		return await sendTo(newOrigin);
	}

	/** A portal that may be out of reach is watched while it is asked. */
	async function askWatched(to: To, at: string): Promise<Reply> {
		const { clock, heardMs = -Infinity } = whereabouts;
		const watch = clock.now() - heardMs > KNOWN_MS ? openWatch(context, clock, at) : undefined;
		try {
			const reply = await ask(context, type, to, watch);
			if (HEARD.includes(reply.kind)) whereabouts.heardMs = clock.now();
			return reply;
		} finally {
			watch?.end();
		}
	}

	/** The same with an access that is renewed once, by this request, another one, or another process of n8n. */
	async function postSignedIn(method: string, body: IDataObject, bound: Bound): Promise<Reply> {
		const before = renewals();
		const access = await readAccess(context);
		let reply = await post(method, body);
		if (!isExpired(reply)) return reply;
		const isRenewed = renewals() !== before || (await readAccess(context)) !== access;
		if (isRenewed) reply = await post(method, body);
		if (!isExpired(reply)) return reply;
		const refusal = await renew(context, whereabouts.clock, bound);
		if (refusal) return refusal;
		whereabouts.renewals.set(name, renewals() + 1);
		reply = await post(method, body);
		return isExpired(reply) ? { kind: 'notRenewed' } : reply;
	}

	return isApplication ? postSignedIn : post;
}

const isExpired = (reply: Reply): boolean =>
	reply.kind === 'answered' && reply.status === 401 && reply.body.error === 'expired_token';

/** What shows that there is a way to the portal. */
const HEARD: Array<Reply['kind']> = [
	'answered',
	'unreadable',
	'redirected',
	'overloaded',
	'locked',
	'blocked',
	'tooLarge',
];

type To = Pick<IHttpRequestOptions, 'url' | 'baseURL'> & { body: IDataObject };

async function ask(context: Caller, credentialType: string, to: To, watch?: Watch): Promise<Reply> {
	const options: IHttpRequestOptions = {
		...to,
		method: 'POST',
		json: true,
		returnFullResponse: true,
		disableFollowRedirect: true,
		ignoreHttpStatusErrors: ALSO_OF_PROXIES,
		timeout: TIMEOUT_MS,
		abortSignal: watch?.signal ?? signalOf(context),
	};
	let reply: Reply;
	// What is sent now may be quoted when it is another secret already.
	const before = await secretsOf(context, credentialType);
	try {
		const { httpRequestWithAuthentication } = context.helpers;
		reply = readAnswer(
			await httpRequestWithAuthentication.call(watch?.caller ?? context, credentialType, options),
		);
	} catch (thrown) {
		reply = watch?.isBrokenOff() ? readBrokenOff(thrown) : readThrown(thrown);
	}
	try {
		if (reply.kind !== 'answered' || !holdsDescriptions(reply.body)) return reply;
		const after = await secretsOf(context, credentialType);
		return { ...reply, body: describedWithoutSecrets(reply.body, [...before, ...after]) };
	} catch {
		return { kind: 'unreadable', status: 0 };
	}
}

async function secretsOf(context: Caller, credentialType: string): Promise<string[]> {
	try {
		return secretsIn(await context.getCredentials(credentialType));
	} catch {
		return [];
	}
}
