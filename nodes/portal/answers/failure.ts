/**
 * A call that did not succeed, as a value. The kind says what may be done next:
 * - `rejected`: the portal read it and said no. Tell the user.
 * - `closed`: nothing of this connection gets through. Tell the user, send nothing more.
 * - `limited`: the portal did not run it now. Wait and repeat.
 * - `unanswered`: it may have run. Never repeat, tell the user.
 * - `unsent`: it never reached the portal. Tell the user.
 */
export type FailureKind = 'rejected' | 'closed' | 'limited' | 'unanswered' | 'unsent';

export interface Failure {
	kind: FailureKind;
	/** What happened, one sentence without a final period. */
	happened: string;
	/** What the user can do, one or more sentences. */
	nextStep: string;
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
	closed: 'refused',
	limited: 'refused',
	unanswered: 'unknown',
	unsent: 'notSent',
};

export const outcomeWord = (failure: Failure): OutcomeWord =>
	// A closed door without a portal code was never knocked at: the address or the connection is missing.
	failure.kind === 'closed' && failure.code === undefined ? 'notSent' : OUTCOME_WORDS[failure.kind];
