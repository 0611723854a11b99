import type { IExecuteFunctions } from 'n8n-workflow';
import { readEventToken, workflowOf } from '../../items/eventToken';
import { readLogMessage } from '../../items/logMessage';
import type { Operation } from '../../items/operation';
import { declaredReturns } from './declaredReturns';
import { readEntries } from './entries';
import { result } from './result';
import { toReturnValues, type ReturnValues } from './returnValues';

/**
 * Hands values back to the step that waits for them; the process then goes on.
 * @see https://apidocs.bitrix24.com/api-reference/bizproc/bizproc-robot/bizproc-event-send.html
 */
export const send: Operation = {
	subject: result,
	resultField: 'bizproc',

	toCommand(context, item) {
		const eventToken = readEventToken(context, item);
		if (typeof eventToken !== 'string') return eventToken;
		const message = readLogMessage(context, 'logMessage', 'Log Message', item);
		if (typeof message !== 'string') return message;
		const { values, failure } = readReturnValues(context, item);
		if (failure) return failure;
		return {
			item,
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
	toResult({ result: answer, presumed }, { workflow }) {
		if (presumed) {
			return {
				accepted: true,
				workflowId: workflow,
				note: 'The first answer was lost. Asked again, Bitrix24 says that the workflow no longer runs: it has probably taken this result, gone on and ended.',
			};
		}
		if (answer === true) return { accepted: true, workflowId: workflow };
		return {
			kind: 'unanswered',
			happened: `Bitrix24 gave an unexpected answer, so ${result.mayHaveHappened}`,
			nextStep: result.beforeAgain,
		};
	},
};

function readReturnValues(context: IExecuteFunctions, item: number): ReturnValues {
	const entries = readEntries(context, item);
	return Array.isArray(entries) ? toReturnValues(entries, declaredReturns(context)) : { failure: entries };
}
