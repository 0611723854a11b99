import { utf8Bytes } from '../../items/text';
import { eventTokenRefusals, readEventToken, workflowOf } from '../../items/eventToken';
import { readLogMessage } from '../../items/logMessage';
import { isDated } from '../../items/values/portalForm';
import { unexpected, type Operation } from '../../items/operation';
import { subjectOf } from '../../portal/answers/subject';
import { declaredReturns } from './declaredReturns';
import { readEntries } from './entries';
import { toReturnValues } from './returnValues';

/** What nginx takes unless set otherwise is a megabyte; the portal names no limit of its own. */
const MOST_BYTES = 1_000_000;

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
		refusals: eventTokenRefusals(
			'result',
			'Nothing waits for a result any more. If the step does not wait (waitsForResult is false), set Wait for Result to Yes in the Bizproc Trigger and publish again.',
		),
	}),
	resultField: 'bizproc',
	hasDates: (context) => declaredReturns(context)?.some(isDated) ?? false,

	toCall(item) {
		const eventToken = readEventToken(item);
		const message = readLogMessage(item, 'logMessage', 'Log Message');
		const declared = declaredReturns(item.context);
		const { values = {}, failure } = toReturnValues(readEntries(item, declared), declared, item.zone);
		if (failure) item.refuse(failure.happened, failure.nextStep);
		const bytes = utf8Bytes(JSON.stringify(values));
		if (bytes > MOST_BYTES) {
			item.refuse(
				`The return values are too large: ${bytes} bytes`,
				`A request may hold ${MOST_BYTES} bytes of them. Store what is large elsewhere, and send where it is.`,
			);
		}
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
