import type { IDataObject } from 'n8n-workflow';
import { readFailedRenewal, type Reply } from '../answers/reply';
import { within, type Clock } from './clock';
import { APPLICATION, type Caller } from './credential';
import type { Bound, Send, Whereabouts } from './send';

/** However short Max Wait is, the authorization server gets so long to answer. */
const SHORTEST_WAIT_MS = 1000;

/** Sends with an access that is renewed once, by this request, another one, or another process of n8n. */
export function openSignedIn(
	context: Caller,
	{ clock, renewals }: Whereabouts,
	name: string,
	readAccess: () => Promise<unknown>,
	post: (method: string, body: IDataObject) => Promise<Reply>,
): Send {
	const renewalsSoFar = () => renewals.get(name) ?? 0;

	return async (method, body, bound) => {
		const before = renewalsSoFar();
		const access = await readAccess();
		let reply = await post(method, body);
		if (!isExpired(reply)) return reply;
		// Whatever is sent is read before, so that it is known for a secret.
		const accessNow = await readAccess();
		const isRenewed = renewalsSoFar() !== before || accessNow !== access;
		if (isRenewed) reply = await post(method, body);
		if (!isExpired(reply)) return reply;
		const refusal = await renew(context, clock, bound);
		if (refusal) return refusal;
		renewals.set(name, renewalsSoFar() + 1);
		await readAccess();
		reply = await post(method, body);
		return isExpired(reply) ? { kind: 'notRenewed' } : reply;
	};
}

const isExpired = (reply: Reply): boolean =>
	reply.kind === 'answered' && reply.status === 401 && reply.body.error === 'expired_token';

/**
 * Has n8n renew the access of the OAuth2 credential, one renewal for all who want it. n8n waits for an authorization
 * server without end and does not hear Stop, so it is left alone when the time is up.
 * @returns undefined when there is a new access
 */
async function renew(context: Caller, clock: Clock, { begin, signal }: Bound): Promise<Reply | undefined> {
	const renewal = async (): Promise<'renewed' | Reply> => {
		try {
			await context.helpers.refreshOAuth2Token.call(context, APPLICATION);
			return 'renewed';
		} catch (thrown) {
			return readFailedRenewal(thrown);
		}
	};
	const bound = { milliseconds: Math.max(SHORTEST_WAIT_MS, begin()), signal };
	const reply = await within(clock, renewal(), bound);
	if (reply === 'renewed') return undefined;
	return reply ?? { kind: signal?.aborted ? 'canceled' : 'unrenewed' };
}
