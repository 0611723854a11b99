import type { Desk } from '../desk';
import { upperCaseKeys } from '../php/array';
import { isEmpty, trim } from '../php/truth';
import { EMPTY_LOG_MESSAGE, SQL_ERROR } from '../rest/errors';
import type { Work } from '../rest/method';
import { waitsFor, type Workflow } from './workflows';

/** Logged in place of a message that is not a text. Localized on a real portal. */
export const STANDARD_TEXT = 'Received application response';
/** The log's column is MySQL TEXT. */
const LONGEST_LINE_BYTES = 65_535;

/**
 * https://apidocs.bitrix24.com/api-reference/bizproc/bizproc-activity/bizproc-activity-log.html
 * Checked in this order: token, message, workflow. A token that is not current is accepted, and nothing is logged.
 */
export function activityLog(desk: Desk, params: Record<string, unknown>): Work {
	const { EVENT_TOKEN: token, LOG_MESSAGE: message } = upperCaseKeys(params);
	const step = desk.signer.read(token);
	if (isEmpty(message)) throw EMPTY_LOG_MESSAGE;
	return {
		workflowId: step.workflowId,
		runIn: (workflow) => {
			if (waitsFor(workflow, step)) writeLine(desk, workflow, message);
			workflow.accepted++;
			return true;
		},
	};
}

/** Adds a line as the portal stores it: trimmed, the standard text for anything that is not a text. */
export function writeLine(desk: Desk, workflow: Workflow, message: unknown): void {
	const text = typeof message === 'string' ? trim(message) : STANDARD_TEXT;
	if (Buffer.byteLength(text) > LONGEST_LINE_BYTES) throw SQL_ERROR;
	if (desk.rules.log.keepLinesHidden || desk.mood === 'loggingOff') return;
	workflow.lines.push({ text, at: new Date().toISOString() });
}
