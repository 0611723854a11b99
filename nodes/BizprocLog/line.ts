import { eventTokenRefusals } from '../items/eventTokenRefusals';
import type { Subject } from '../portal/answers/subject';

/** A line for the log: the portal writes it as often as it gets it, so it is never sent twice. */
export const line: Subject = {
	name: 'line',
	names: 'Lines',
	repeatable: false,
	mayHaveHappened: 'this line may already be in the log',
	beforeAgain: 'Look at the log of the workflow in Bitrix24 before you send it again.',
	nothingHappened: 'nothing was written',
	again: 'send the line again',
	later: 'Send the line again later, or raise Max Wait in the options.',
	refusals: {
		...eventTokenRefusals(
			'line',
			'A line can only be written while the workflow runs: write it before the result is sent back.',
		),
		ERROR_EMPTY_LOG_MESSAGE: {
			kind: 'rejected',
			happened: 'Bitrix24 received an empty message',
			nextStep: 'Give the field Message some text.',
		},
	},
};
