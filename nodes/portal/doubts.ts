import type { Command, Settled } from './command';
import type { Failure } from './answers/failure';
import type { Subject } from './answers/subject';

/** Commands whose answer was lost, so that they may have run, and what that makes of a later word on them. */
export interface Doubts {
	note(command: Command): void;
	reconsider(settled: Settled): Settled;
}

export function openDoubts(subject: Subject): Doubts {
	const noted = new Set<Command>();
	const has = (command: Command) => noted.has(command) || command.inDoubt === true;

	return {
		note: (command) => noted.add(command),
		reconsider(settled) {
			const { command, outcome } = settled;
			if (outcome.ok || !has(command)) return settled;
			switch (outcome.failure.kind) {
				case 'rejected':
					// The workflow has ended since: only what ran the first time can have let it go on.
					return outcome.failure.code === '404'
						? { command, outcome: { ok: true, result: undefined, presumed: true } }
						: settled;
				case 'unanswered':
					return settled;
				default:
					// This time it did not run; of the first time nobody knows.
					return { command, outcome: { ok: false, failure: inDoubt(outcome.failure, subject) } };
			}
		},
	};
}

/** What was refused now, and that it may have happened before. */
const inDoubt = (failure: Failure, { name, mayHaveHappened }: Subject): Failure => ({
	...failure,
	kind: 'unanswered',
	happened: `${failure.happened}; an earlier answer for this ${name} was lost, so ${mayHaveHappened}`,
});
