import type { World } from '../world/world';
import { errorOf } from './clientErrors';
import type { Post } from './network';
import type { Reply } from './reply';
import type { Sending } from './sending';

/** The client's side of one request: it ends once, by an answer, an error, the client's patience, or Stop. */
export interface Passage {
	/** The client has given up before it was sent. */
	readonly isOver: boolean;
	fail(code: string, more?: object): void;
	take(reply: Reply): void;
}

/** The client has not waited for the answer. */
const GIVEN_UP = new Set(['ECONNABORTED', 'ERR_CANCELED']);
/** n8n gives up by itself after this time. */
const LONGEST_MS = 300_000;

/** @param isForgotten nobody hears how it ends */
export function openPassage(
	world: World,
	post: Post,
	sending: Sending,
	isForgotten: () => boolean,
	resolve: (reply: Reply) => void,
	reject: (error: Error) => void,
): Passage {
	const { signal, timeoutMs, takes } = post;
	let cancelTimeout = () => {};

	function settle(how: () => void): void {
		if (sending.overMs !== undefined || isForgotten()) return;
		sending.overMs = world.now();
		cancelTimeout();
		signal?.removeEventListener('abort', abort);
		how();
	}

	function fail(code: string, more: object = {}): void {
		if (sending.overMs === undefined) {
			sending.fate += `, ${code}`;
			sending.isUnclear ||= GIVEN_UP.has(code);
		}
		settle(() => reject(errorOf(code, post, undefined, more)));
	}

	function take(reply: Reply): void {
		sending.fate = `${sending.fate === 'under way' ? '' : `${sending.fate}, `}answered ${reply.status}`;
		settle(() => {
			if (takes(reply.status)) resolve(reply);
			else reject(errorOf('ERR_BAD_REQUEST', post, reply));
		});
	}

	const abort = () => fail('ERR_CANCELED');
	if (signal?.aborted) {
		sending.fate = 'not sent';
		abort();
	} else {
		signal?.addEventListener('abort', abort);
		cancelTimeout = world.at(world.now() + Math.min(timeoutMs, LONGEST_MS), () => fail('ECONNABORTED'));
	}
	return { isOver: sending.overMs !== undefined, fail, take };
}
