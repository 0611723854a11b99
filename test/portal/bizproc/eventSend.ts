import type { Desk } from '../desk';
import { upperCaseKeys } from '../php/array';
import { isEmpty } from '../php/truth';
import { takeAnswer } from '../processes/run';
import type { Work } from '../rest/method';
import { STANDARD_TEXT, writeLine } from './activityLog';
import { waitsFor } from './workflows';

/**
 * https://apidocs.bitrix24.com/api-reference/bizproc/bizproc-robot/bizproc-event-send.html
 * Hands the values back, logs the message (an empty one as the standard text) and lets the workflow go on.
 */
export function eventSend(desk: Desk, params: Record<string, unknown>): Work {
	const given = upperCaseKeys(params);
	const step = desk.signer.read(given.EVENT_TOKEN);
	return {
		workflowId: step.workflowId,
		runIn: (workflow) => {
			if (waitsFor(workflow, step)) {
				const message = isEmpty(given.LOG_MESSAGE) ? STANDARD_TEXT : given.LOG_MESSAGE;
				writeLine(desk, workflow, message);
				workflow.returnValues = given.RETURN_VALUES ?? {};
				workflow.state = 'step closed';
				const { process, returnValues } = workflow;
				if (process) takeAnswer(desk, workflow, process, returnValues);
			}
			workflow.accepted++;
			return true;
		},
	};
}
