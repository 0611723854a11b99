import { eventTokenRefusals, readEventToken, workflowOf } from '../../items/eventToken';
import { readLogMessage } from '../../items/logMessage';
import { unexpected, type Operation } from '../../items/operation';
import { subjectOf } from '../../portal/answers/subject';
import { declaredReturns } from './declaredReturns';
import { readEntries } from './entries';
import { toReturnValues } from './returnValues';

/**
 * Hands values back to the step that waits for them; the process then goes on. The step takes the first result and is
 * then closed, so a second one changes nothing.
 * @see https://apidocs.bitrix24.com/api-reference/bizproc/bizproc-robot/bizproc-event-send.html
 */
export const send: Operation = {
	subject: subjectOf({
		noun: 'result',
		done: 'sent to the process',
		effect: 'repeatable',
		mayHaveHappened: 'the process may already have this result',
		beforeAgain: 'Sending it again does no harm: a step takes one result, and the process then goes on.',
		refusals: eventTokenRefusals('result', 'Nothing waits for a result any more.'),
	}),
	resultField: 'bizproc',

	toCall(item) {
		const eventToken = readEventToken(item);
		const message = readLogMessage(item, 'logMessage', 'Log Message');
		const declared = declaredReturns(item.context);
		const { values = {}, failure } = toReturnValues(readEntries(item, declared), declared);
		if (failure) item.refuse(failure.happened, failure.nextStep);
		return {
			method: 'bizproc.event.send',
			params: {
				EVENT_TOKEN: eventToken,
				RETURN_VALUES: values,
				...(message !== '' && { LOG_MESSAGE: message }),
			},
			workflow: workflowOf(eventToken),
		};
	},

	/** True means accepted, also for a step that is finished or has never waited. */
	toResult: (answer, { workflow }) =>
		answer === true ? { accepted: true, workflowId: workflow } : unexpected(send.subject),
};
