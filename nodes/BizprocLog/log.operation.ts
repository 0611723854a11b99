import { readEventToken, workflowOf } from '../items/eventToken';
import { readLogMessage } from '../items/logMessage';
import { unusable, type Operation } from '../items/operation';
import { line } from './line';

/**
 * One line into the log of a running workflow.
 * @see https://apidocs.bitrix24.com/api-reference/bizproc/bizproc-activity/bizproc-activity-log.html
 */
export const log: Operation = {
	subject: line,
	resultField: 'bizprocLog',

	toCommand(context, item) {
		const eventToken = readEventToken(context, item);
		if (typeof eventToken !== 'string') return eventToken;
		const message = readLogMessage(context, 'message', 'Message', item);
		if (typeof message !== 'string') return message;
		if (message === '') {
			return unusable('The field Message is empty', 'Enter a text, or check the expression for this item.');
		}
		return {
			item,
			method: 'bizproc.activity.log',
			params: { EVENT_TOKEN: eventToken, LOG_MESSAGE: message },
			workflow: workflowOf(eventToken),
		};
	},

	/** True means that the portal accepted the call. Whether the line shows depends on the process and its logging. */
	toResult({ result, presumed }, { workflow }) {
		if (result === true) return { accepted: true, workflowId: workflow };
		const reason = presumed ? 'The workflow has ended since' : 'Bitrix24 gave an unexpected answer';
		return {
			kind: 'unanswered',
			happened: `${reason}, so ${line.mayHaveHappened}`,
			nextStep: line.beforeAgain,
		};
	},
};
