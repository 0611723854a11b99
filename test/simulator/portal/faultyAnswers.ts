import type { Fault } from '../drawing/faults';
import { oddAnswer } from './oddAnswers';
import { oddEntries } from './oddEntries';
import { oddTime } from './oddTimes';
import { page, Refusal, type Reply } from './reply';
import type { Sending } from './sending';

/** The portal's own refusal of a whole request, if that is the fault. @param secrets that it could quote */
export function refusalBy(fault: Fault | undefined, secrets: string[]): Refusal | undefined {
	if (fault?.kind === 'gossip') {
		const [first, ...others] = secrets;
		return new Refusal(
			400,
			fault.code,
			`See /rest/1/${first}/x ${first} auth=${others.join(' ')} Bearer ${first}`,
		);
	}
	if (fault?.kind !== 'refusal') return undefined;
	const headers = fault.retryAfter === undefined ? {} : { 'retry-after': fault.retryAfter };
	return new Refusal(fault.status, fault.code, undefined, headers);
}

/** What a fault makes of an answer. */
export function distort(reply: Reply, sending: Sending, fault: Fault | undefined): Reply {
	switch (fault?.kind) {
		case 'page':
			return page(fault.status);
		case 'brokenJson':
			return { ...reply, body: '{"result":tr' };
		case 'oddAnswer':
			return oddAnswer(reply, fault.shape);
		case 'oddEntry':
			return oddEntries(reply, sending, fault);
		case 'oddTime':
			return oddTime(reply, fault.shape);
		default:
			return reply;
	}
}
