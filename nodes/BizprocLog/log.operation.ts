import type { IExecuteFunctions } from 'n8n-workflow';
import { readEventToken, workflowOf } from '../items/eventToken';
import { readField } from '../items/field';
import { unusable, type Operation } from '../items/operation';
import { toText, trim, utf8Bytes } from '../items/text';
import type { Failure } from '../portal/failure';

/** The portal keeps a line in a MySQL column of type TEXT. */
const LONGEST_MESSAGE_BYTES = 65_535;

/**
 * One line into the log of a running workflow.
 * @see https://apidocs.bitrix24.com/api-reference/bizproc/bizproc-activity/bizproc-activity-log.html
 */
export const log: Operation = {
	toCommand(context, item) {
		const eventToken = readEventToken(context, item);
		if (typeof eventToken !== 'string') return eventToken;
		const message = readMessage(context, item);
		if (typeof message !== 'string') return message;
		return {
			item,
			method: 'bizproc.activity.log',
			params: { EVENT_TOKEN: eventToken, LOG_MESSAGE: message },
			workflow: workflowOf(eventToken),
		};
	},

	/** True means that the portal accepted the call. Whether the line shows depends on the process and its logging. */
	toResult(result, { workflow }) {
		if (result === true) return { accepted: true, workflowId: workflow };
		return {
			kind: 'unanswered',
			happened: 'Bitrix24 gave an unexpected answer, so this line may already be in the log',
			nextStep: 'Look at the log of the workflow in Bitrix24 before you send it again.',
		};
	},
};

function readMessage(context: IExecuteFunctions, item: number): string | Failure {
	const { value, failure } = readField(context, 'message', 'Message', item);
	if (failure) return failure;
	const text = toText(value);
	if (text === undefined || trim(text) === '') {
		return unusable('The field Message is empty', 'Enter a text, or check the expression for this item.');
	}
	const bytes = utf8Bytes(trim(text));
	if (bytes > LONGEST_MESSAGE_BYTES) {
		return unusable(
			`The field Message is too long: ${bytes} bytes`,
			`Bitrix24 keeps at most ${LONGEST_MESSAGE_BYTES} bytes of a line. Shorten the text, or write it as several lines.`,
		);
	}
	// PHP takes the text "0" for empty; the space in front is trimmed off before the line is kept.
	return text === '0' ? ' 0' : text;
}
