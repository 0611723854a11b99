import { readFailedRenewal, type Reply } from '../answers/reply';
import { within, type Clock } from './clock';
import { APPLICATION, type Caller } from './credential';

/** Bounds the wait for an authorization server that says nothing. */
export interface Bound {
	/** The wait begins. @returns how long it may last, in milliseconds */
	begin(): number;
	/** The execution was stopped. */
	signal?: AbortSignal;
}

/** However short Max Wait is, the authorization server gets so long to answer. */
const SHORTEST_WAIT_MS = 1000;

/**
 * Has n8n renew the access of the OAuth2 credential, one renewal for all who want it. n8n waits for an authorization
 * server without end and does not hear Stop, so it is left alone when the time is up.
 * @returns undefined when there is a new access
 */
export async function renew(
	context: Caller,
	clock: Clock,
	{ begin, signal }: Bound,
): Promise<Reply | undefined> {
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
