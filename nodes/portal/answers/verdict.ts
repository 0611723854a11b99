import type { IDataObject } from 'n8n-workflow';
import { connectionRefusal, NOT_BITRIX24, UNRENEWED, type Words } from './connection';
import type { Failure } from './failure';
import { turnedBack, unreached } from './inBetween';
import { readRefusal } from './refusals';
import { isObject, type Reply } from './reply';
import type { Subject } from './subject';

/** What an answer says of the request as a whole: the portal's object, or why it did not do as asked. */
export type Verdict = { ok: true; body: IDataObject } | { ok: false; failure: Failure };

export function judge(reply: Reply, about: 'call' | 'batch', subject: Subject): Verdict {
	if (reply.kind !== 'answered') return { ok: false, failure: withoutAnswer(reply, subject) };
	const { body, status } = reply;
	// An error can come with HTTP 200, and its code can be empty: the presence of the key decides.
	if ('error' in body) return { ok: false, failure: readError(body, about, subject, status) };
	if (status >= 400 || !('result' in body)) return { ok: false, failure: unreadable(subject, status) };
	return { ok: true, body };
}

/** Reads `{ error, error_description }`, of a whole answer or of one command in a batch. */
export function readError(
	body: unknown,
	about: 'call' | 'batch',
	subject: Subject,
	httpStatus?: number,
): Failure {
	if (!isObject(body)) return unreadable(subject, httpStatus);
	const { error, error_description: words } = body;
	if (error !== null && typeof error === 'object') return unreadable(subject, httpStatus);
	const portalMessage = typeof words === 'string' && words !== '' ? words : undefined;
	return readRefusal({ code: String(error ?? ''), httpStatus, portalMessage, about }, subject);
}

export const unreadable = (
	{ mayHaveHappened, beforeAgain }: Subject,
	httpStatus: number | undefined = 200,
): Failure => ({
	kind: 'unanswered',
	happened: `The answer of Bitrix24 could not be read, so ${mayHaveHappened}`,
	nextStep: `${beforeAgain} ${NOT_BITRIX24.nextStep}`,
	httpStatus,
});

const UNUSABLE_CREDENTIAL: Words = {
	happened: 'The credential of this node could not be used',
	nextStep: 'Open the credential, complete it and save it again.',
};

function withoutAnswer(reply: Exclude<Reply, { kind: 'answered' }>, subject: Subject): Failure {
	const { mayHaveHappened, beforeAgain, nothingHappened } = subject;
	switch (reply.kind) {
		case 'unreadable':
			return unreadable(subject, reply.status);
		case 'lost':
			return {
				kind: 'unanswered',
				happened: `No answer came from Bitrix24, so ${mayHaveHappened}`,
				nextStep: beforeAgain,
				code: reply.code,
			};
		case 'unreached':
			return unreached(reply.code, subject);
		case 'overloaded':
		case 'locked':
		case 'blocked':
		case 'tooLarge':
			return turnedBack(reply, subject);
		case 'redirected':
			return {
				kind: 'unsent',
				closes: true,
				happened: `Bitrix24 sent the request on to another page, ${nothingHappened}`,
				nextStep: 'Open the portal in a browser, and put the address it has now into the credential.',
				code: 'REDIRECT',
			};
		case 'unprepared':
			return {
				kind: 'unsent',
				closes: true,
				...(reply.reason ?? UNUSABLE_CREDENTIAL),
			};
		case 'notRenewed':
			return {
				kind: 'rejected',
				closes: true,
				code: 'expired_token',
				...connectionRefusal('expired_token')!,
			};
		case 'unrenewed':
			return { kind: 'limited', limit: 'unrenewed', code: 'expired_token', ...UNRENEWED };
		case 'canceled':
			return {
				kind: 'unanswered',
				happened: `The execution was stopped before Bitrix24 had answered, so ${mayHaveHappened}`,
				nextStep: beforeAgain,
			};
	}
}

/** An empty map arrives as a list. */
export const resultOf = (body: IDataObject): IDataObject => (isObject(body.result) ? body.result : {});
