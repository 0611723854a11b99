import { connectionRefusal, type Words } from './connection';
import type { Failure, FailureKind } from './failure';

type Refusal = Words & { kind: FailureKind };

/**
 * What the portal says of a single call, by its code.
 * @see https://apidocs.bitrix24.com/api-reference/bizproc/bizproc-activity/bizproc-activity-log.html
 */
const CALL_REFUSALS: Record<string, Refusal> = {
	ACCESS_DENIED: {
		kind: 'rejected',
		happened: 'Bitrix24 does not accept this event token',
		nextStep:
			'This is about the token, not about rights. Pass on the field event_token exactly as the portal posted it, whole and unchanged, and use the credential of the same portal.',
	},
	ERROR_EMPTY_LOG_MESSAGE: {
		kind: 'rejected',
		happened: 'Bitrix24 received an empty message',
		nextStep: 'Give the field Message some text.',
	},
	'404': {
		kind: 'rejected',
		happened: 'The workflow of this event token is no longer running',
		nextStep:
			'It has finished, was stopped or was deleted. A line can only be written while the workflow runs: write it before the result is sent back.',
	},
	'402': {
		kind: 'rejected',
		happened: 'The plan of this portal does not allow this workflow to go on',
		nextStep: 'Check the plan of the portal and its limits for business processes.',
	},
	'499': {
		kind: 'rejected',
		happened: 'The workflow of this event token was terminated',
		nextStep: 'Start the process again in Bitrix24; its step then posts a new event token.',
	},
	'423': {
		kind: 'limited',
		happened: 'The workflow stayed busy: Bitrix24 is executing it, or it hangs',
		nextStep:
			'Nothing was written. Send the line again later; if this goes on, look at the workflow in Bitrix24.',
	},
	QUERY_LIMIT_EXCEEDED: {
		kind: 'limited',
		happened: 'Bitrix24 takes no more requests at the moment',
		nextStep:
			'Nothing was written. Something else sends many requests to this portal: send the line again later, or raise Max Wait in the options.',
	},
	OVERLOAD_LIMIT: {
		kind: 'limited',
		happened: 'Bitrix24 has blocked REST requests because of overload',
		nextStep: 'Nothing was written. Send the line again later.',
	},
	OPERATION_TIME_LIMIT: {
		kind: 'limited',
		happened: 'The portal has used up its working time for this method',
		nextStep: 'Nothing was written. Send the line again later, or raise Max Wait in the options.',
	},
	WRONG_ENCODING: {
		kind: 'rejected',
		happened: 'Bitrix24 could not read the characters of this line',
		nextStep: 'Check the text of the message for broken characters.',
	},
};

/** The portal stumbled while it worked: nobody knows how far it got. */
const STUMBLED: Words = {
	happened: 'Bitrix24 stumbled over this line, so it may already be in the log',
	nextStep: 'Look at the log of the workflow in Bitrix24 before you send it again.',
};
const STUMBLED_CODES = ['', '0', 'INTERNAL_SERVER_ERROR', 'ERROR_UNEXPECTED_ANSWER'];

export interface PortalError {
	code: string;
	httpStatus?: number;
	portalMessage?: string;
	/** Whether it answers one call, or a whole batch, where a token was not yet looked at. */
	about: 'call' | 'batch';
}

/** What a code of the portal means for the user. Decided by code alone: descriptions are localized. */
export function readRefusal({ code, httpStatus, portalMessage, about }: PortalError): Failure {
	const details = { code, httpStatus, portalMessage };
	if (STUMBLED_CODES.includes(code)) return { kind: 'unanswered', ...STUMBLED, ...details };

	// ACCESS_DENIED at 401, or for a whole batch, comes before any token is read: the plan of the portal has no REST.
	const beforeTheCall = about === 'batch' || httpStatus === 401;
	const ofCall = beforeTheCall && code === 'ACCESS_DENIED' ? undefined : CALL_REFUSALS[code];
	if (ofCall) return { ...ofCall, ...details };

	const ofConnection = connectionRefusal(code);
	if (ofConnection) return { kind: 'closed', ...ofConnection, ...details };

	return {
		kind: 'rejected',
		happened: `Bitrix24 refused the line (${code})`,
		nextStep: 'The details hold the portal’s own words.',
		...details,
	};
}
