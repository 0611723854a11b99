/**
 * A call that did not succeed, as a value. The kind says what may be done next:
 * - `rejected`: the portal read it and said no. Tell the user.
 * - `limited`: it did not run now. Wait and repeat.
 * - `unanswered`: it may have run. A write is never repeated; tell the user.
 * - `unsent`: it did not run and will not. Tell the user.
 */
export type FailureKind = 'rejected' | 'limited' | 'unanswered' | 'unsent';

/**
 * What keeps a call from running, named by how long to wait for it: `requests` and `workingTime` are limits of the
 * portal's plan, `overload` its own trouble, `busy` a workflow at work, `size` a request that is to be halved, `unreached`
 * and `unrenewed` a connection or an authorization server that does not answer.
 */
export type Limit = 'requests' | 'workingTime' | 'overload' | 'busy' | 'size' | 'unreached' | 'unrenewed';

export interface Failure {
	kind: FailureKind;
	/** What happened, one sentence without a final period. */
	happened: string;
	/** What the user can do, one or more sentences. */
	nextStep: string;
	/** Only of `limited`. */
	limit?: Limit;
	/** Nothing of this connection gets through: nothing more is sent. */
	closes?: boolean;
	/** As long as nothing else gets through, a few of them in a row close the connection, too. */
	inARow?: boolean;
	/** It depends on the call alone: the portal would have said it the first time, too, so the call has never run. */
	settles?: boolean;
	/** The portal says the same of a call that has done its work before: what has happened then, as a sentence before "so". */
	whenDone?: string;
	/** The portal's code, or the network's. */
	code?: string;
	httpStatus?: number;
	/** The portal's own words: localized, sometimes empty. Never a basis for a decision. */
	portalMessage?: string;
	/** When the portal will take this method again, as ISO text. */
	resetsAt?: string;
}

/** The words under which outcomes appear in n8n. */
export type OutcomeWord = 'refused' | 'unknown' | 'notSent';

const OUTCOME_WORDS: Record<FailureKind, OutcomeWord> = {
	rejected: 'refused',
	limited: 'notSent',
	unanswered: 'unknown',
	unsent: 'notSent',
};

export const outcomeWord = ({ kind }: Failure): OutcomeWord => OUTCOME_WORDS[kind];

export const isFailure = (value: object): value is Failure => 'kind' in value && 'nextStep' in value;

/** What a call is told that is not sent any more, for the reason that another one met. */
export const turnedAway = (reason: Failure): Failure => ({ ...reason, kind: 'unsent' });

/** The same with the time that the portal has named, if it has. @param resetsAt ISO text */
export const withTime = (failure: Failure, resetsAt: string | undefined): Failure =>
	resetsAt === undefined
		? failure
		: { ...failure, resetsAt, nextStep: `It takes calls again at ${resetsAt}. ${failure.nextStep}` };

/** A field of an item cannot be used, so nothing of it is sent; `happened` names the field. */
export const unusable = (happened: string, nextStep: string): Failure => ({
	kind: 'unsent',
	happened,
	nextStep,
});
