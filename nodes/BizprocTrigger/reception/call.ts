import type { Param } from '../../portal/command';
import { isObject } from '../../portal/answers/reply';
import { digest, isSameDigest } from '../digest';

type Form = Record<string, Param>;

/** What a post has to carry to be the portal's. */
export interface Expectations {
	code: string;
	/** Undefined: not known yet, the first post tells. */
	memberId?: string;
	/** Undefined: not known yet, the first post tells. */
	applicationTokenDigest?: string;
}

/** A process has reached our step: what the portal has posted, checked, without its keys. */
export interface Call {
	form: Form;
	auth: Form;
	memberId: string;
	applicationTokenDigest: string;
}

export type Reading = { call: Call; refusal?: undefined } | { call?: undefined; refusal: string };

/**
 * Decides whether a post is the portal's. There is no signature: what counts is what only the portal can know.
 * @returns the reason of a refusal, fit for a log: nothing of the post is in it
 * @see https://apidocs.bitrix24.com/api-reference/bizproc/bizproc-robot/bizproc-robot-add.html
 */
export function readCall(form: Form | undefined, expected: Expectations): Reading {
	if (form === undefined || Object.keys(form).length === 0) return { refusal: 'it is no form of Bitrix24' };
	const auth = isObject(form.auth) ? (form.auth as Form) : {};
	const memberId = textOf(auth.member_id);
	const applicationToken = textOf(auth.application_token);
	const applicationTokenDigest = digest(applicationToken);

	if (memberId === '' || applicationToken === '') {
		return {
			refusal:
				'it does not say which portal and application it is from; if it is Bitrix24’s, choose a Run As User in the options of the node',
		};
	}
	if (!isSame(memberId, expected.memberId ?? memberId)) {
		return { refusal: 'it is not from the portal of the credential' };
	}
	const known = expected.applicationTokenDigest ?? applicationTokenDigest;
	if (!isSameDigest(applicationTokenDigest, known)) {
		return { refusal: 'it is not from the application that posted first' };
	}
	if (!isSame(textOf(form.code), expected.code)) return { refusal: 'it is for another step' };
	if (textOf(form.event_token) === '') return { refusal: 'it has no event token' };
	return { call: { form, auth, memberId, applicationTokenDigest } };
}

/** In a time that does not tell where, or after how many characters, they differ. */
const isSame = (a: string, b: string): boolean => isSameDigest(digest(a), digest(b));

const textOf = (value: Param | undefined): string => (typeof value === 'string' ? value : '');
