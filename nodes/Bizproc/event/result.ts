import { eventTokenRefusals } from '../../items/eventTokenRefusals';
import type { Subject } from '../../portal/answers/subject';

/** A result for a waiting step: the step takes the first one and is then closed, so a second one changes nothing. */
export const result: Subject = {
	name: 'result',
	names: 'Results',
	repeatable: true,
	mayHaveHappened: 'the process may already have this result',
	beforeAgain: 'Sending it again does no harm: a step takes one result, and the process then goes on.',
	nothingHappened: 'nothing was sent to the process',
	again: 'send the result again',
	later: 'Send the result again later, or raise Max Wait in the options.',
	refusals: eventTokenRefusals('result', 'Nothing waits for a result any more.'),
};
