import { eventTokenRefusals, readEventToken, workflowOf } from '../items/eventToken';
import { readLogMessage } from '../items/logMessage';
import { unexpected, type Operation } from '../items/operation';
import { subjectOf } from '../portal/answers/subject';

/**
 * One line into the log of a running workflow. The portal writes it as often as it gets it.
 * @see https://apidocs.bitrix24.com/api-reference/bizproc/bizproc-activity/bizproc-activity-log.html
 */
export const log: Operation = {
	subject: subjectOf({
		noun: 'line',
		done: 'written',
		effect: 'once',
		mayHaveHappened: 'this line may already be in the log',
		beforeAgain: 'Look at the log of the workflow in Bitrix24 before you send it again.',
		refusals: {
			...eventTokenRefusals(
				'line',
				'A line can only be written while the workflow runs: write it before the result is sent back. If the step does not wait for a result (waitsForResult is false in what the trigger gives), no line can be written: set Wait for Result to Yes in the Bizproc Trigger, and publish again.',
			),
			ERROR_EMPTY_LOG_MESSAGE: {
				kind: 'rejected',
				settles: true,
				happened: 'Bitrix24 received an empty message',
				nextStep: 'Give the field Message some text.',
			},
		},
	}),
	resultField: 'bizprocLog',

	toCall(item) {
		const eventToken = readEventToken(item);
		const message = readLogMessage(item, 'message', 'Message');
		if (message === '') {
			item.refuse('The field Message is empty', 'Enter a text, or check the expression for this item.');
		}
		return {
			method: 'bizproc.activity.log',
			params: { EVENT_TOKEN: eventToken, LOG_MESSAGE: message },
			workflow: workflowOf(eventToken),
		};
	},

	/** True means that the portal accepted the call. Whether the line shows depends on the process and its logging. */
	toResult: (answer, { workflow }) =>
		answer === true ? { accepted: true, workflowId: workflow } : unexpected(log.subject),
};
