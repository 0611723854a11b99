import { connectionRefusal } from './connection';
import type { Failure } from './failure';
import type { Refusal, Subject } from './subject';

/** What the portal says of any call, by its code. */
function callRefusal(code: string, { name, nothingHappened, later }: Subject): Refusal | undefined {
	switch (code) {
		case 'QUERY_LIMIT_EXCEEDED':
			return {
				kind: 'limited',
				limit: 'requests',
				happened: `Bitrix24 takes no more requests at the moment, ${nothingHappened}`,
				nextStep: `Something else sends many requests to this portal. ${later}`,
			};
		case 'OVERLOAD_LIMIT':
			return {
				kind: 'limited',
				limit: 'overload',
				happened: `Bitrix24 has blocked REST requests because of overload, ${nothingHappened}`,
				nextStep: later,
			};
		case 'OPERATION_TIME_LIMIT':
			return {
				kind: 'limited',
				limit: 'workingTime',
				happened: `The portal has used up its working time for this method, ${nothingHappened}`,
				nextStep: later,
			};
		case 'WRONG_ENCODING':
			return {
				kind: 'rejected',
				happened: `Bitrix24 could not read the characters of this ${name}`,
				nextStep: 'Check its text for broken characters.',
			};
		default:
			return undefined;
	}
}

/** The portal stumbled while it worked: nobody knows how far it got. */
const STUMBLED_CODES = ['', '0', 'ERROR_CORE', 'INTERNAL_SERVER_ERROR', 'ERROR_UNEXPECTED_ANSWER'];

export interface PortalError {
	code: string;
	httpStatus?: number;
	portalMessage?: string;
	/** Whether it answers one call, or a whole batch, where no call was looked at yet. */
	about: 'call' | 'batch';
}

/** What a code of the portal means for the user. Decided by code alone: descriptions are localized. */
export function readRefusal(error: PortalError, subject: Subject): Failure {
	const { code, httpStatus, portalMessage, about } = error;
	const meaning = meaningOf(error, subject);
	// What a whole batch was refused for says nothing of a single call.
	const settles = about === 'call' ? meaning.settles : undefined;
	return { ...meaning, settles, code, httpStatus, portalMessage };
}

function meaningOf({ code, httpStatus, about }: PortalError, subject: Subject): Refusal {
	const stumbled: Refusal = {
		kind: 'unanswered',
		happened: `Bitrix24 stumbled over this ${subject.name}, so ${subject.mayHaveHappened}`,
		nextStep: subject.beforeAgain,
	};
	if (STUMBLED_CODES.includes(code)) return stumbled;

	// ACCESS_DENIED at 401, or for a whole batch, comes before any call is read: the plan of the portal has no REST.
	const beforeTheCall = about === 'batch' || httpStatus === 401;
	const ofCall = subject.refusals.get(code) ?? callRefusal(code, subject);
	if (ofCall && !(beforeTheCall && code === 'ACCESS_DENIED')) return ofCall;

	const ofConnection = connectionRefusal(code);
	if (ofConnection) return { kind: 'rejected', closes: true, ...ofConnection };

	// A code that nobody knows, of a server that broke off.
	if (httpStatus !== undefined && httpStatus >= 500) return stumbled;
	return {
		kind: 'rejected',
		happened: `Bitrix24 refused the ${subject.name} (${code})`,
		nextStep: 'Look at the portal’s own words.',
	};
}
