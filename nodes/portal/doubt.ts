import type { Failure } from './answers/failure';
import type { Subject } from './answers/subject';
import type { Command, Outcome } from './command';

/** What a later word means for a command that may have run before, when an answer was lost. */
export function reconsider({ inDoubt }: Command, outcome: Outcome, subject: Subject): Outcome {
	if (outcome.ok || !inDoubt) return outcome;
	const { failure } = outcome;
	if (failure.kind === 'unanswered' || failure.settles) return outcome;
	return { ok: false, failure: stillInDoubt(failure, subject) };
}

function stillInDoubt(failure: Failure, { name, mayHaveHappened, beforeAgain }: Subject): Failure {
	const { happened, whenDone } = failure;
	if (whenDone === undefined) {
		const earlier = `an earlier answer for this ${name} was lost, so ${mayHaveHappened}`;
		return { ...failure, kind: 'unanswered', happened: `${happened}; ${earlier}` };
	}
	return {
		...failure,
		kind: 'unanswered',
		happened: `An answer was lost. ${whenDone}, so ${mayHaveHappened}`,
		nextStep: beforeAgain,
	};
}
