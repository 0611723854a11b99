import type { IDataObject, IHttpRequestOptions } from 'n8n-workflow';
import { leftNothing, readAnswer, readBrokenOff, readThrown, type Reply } from '../answers/reply';
import { readNewOrigin } from './address';
import { signalOf, watched, type Watch } from './connecting';
import type { Caller, Credential } from './credential';
import { openKnownSecrets } from './knownSecrets';
import { openSignedIn } from './renewal';
import type { Send, Whereabouts } from './send';

/** A connection that takes longer does not come about. */
const CONNECTING_MS = 10_000;
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
	const secrets = openKnownSecrets(context, credential);
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
		const isKnown = clock.now() - heardMs <= KNOWN_MS;
		const leadsNowhere = async () => await connectsNowhere(context, at);
		const reply = isKnown
			? await ask(context, type, to)
			: await watched(context, clock, leadsNowhere, async (watch) => await ask(context, type, to, watch));
		if (HEARD.includes(reply.kind)) whereabouts.heardMs = clock.now();
		if (reply.kind !== 'answered') return reply;
		try {
			return { ...reply, body: await secrets.takenOutOf(reply.body) };
		} catch {
			return { kind: 'unreadable', status: reply.status };
		}
	}

	return isApplication ? openSignedIn(context, whereabouts, name, secrets.readAccess, post) : post;
}

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
	try {
		const { httpRequestWithAuthentication } = context.helpers;
		return readAnswer(
			await httpRequestWithAuthentication.call(watch?.caller ?? context, credentialType, options),
		);
	} catch (thrown) {
		return watch?.isBrokenOff() ? readBrokenOff(thrown) : readThrown(thrown);
	}
}

/** A file that every web server can look for, and no call that the portal counts. */
async function connectsNowhere({ helpers }: Caller, origin: string): Promise<boolean> {
	try {
		await helpers.httpRequest({
			url: `${origin}/favicon.ico`,
			method: 'HEAD',
			timeout: CONNECTING_MS,
			disableFollowRedirect: true,
			ignoreHttpStatusErrors: true,
		});
		return false;
	} catch (thrown) {
		return leftNothing(thrown);
	}
}
