import { isEmpty, trim } from '../../portal/php/truth';
import { keyOf } from '../drawing/material';
import { Refusal } from './reply';
import type { Sent } from './sending';
import { keyOfResult, type Workflow } from './workflows';

/** A call that may begin: the workflow it is for, and what it does there. */
export interface Work {
	workflow: Workflow;
	/** What is kept of it. */
	key: string;
	closesStep: boolean;
}

const STANDARD_TEXT = 'Received application response';
const ACCESS_DENIED = new Refusal(403, 'ACCESS_DENIED', 'Access denied!');
const EMPTY_MESSAGE = new Refusal(400, 'ERROR_EMPTY_LOG_MESSAGE', 'Empty log message!');
export const METHOD_NOT_FOUND = new Refusal(404, 'ERROR_METHOD_NOT_FOUND', 'Method not found!');

/**
 * What one of the two methods is asked to do, in the portal's order of checks: token, message, workflow.
 * Names of parameters are read in any case.
 */
export function prepare(
	{ method }: Sent,
	params: Record<string, unknown>,
	workflows: ReadonlyMap<string, Workflow>,
): Work | Refusal {
	const given = new Map(Object.entries(params).map(([name, value]) => [name.toUpperCase(), value]));
	const token = given.get('EVENT_TOKEN');
	const workflow = typeof token === 'string' ? workflows.get(token) : undefined;
	const message = given.get('LOG_MESSAGE');
	switch (method.toLowerCase()) {
		case 'bizproc.activity.log': {
			if (workflow === undefined) return ACCESS_DENIED;
			if (isEmpty(message)) return EMPTY_MESSAGE;
			const text = typeof message === 'string' ? trim(message) : STANDARD_TEXT;
			return { workflow, key: keyOf(workflow.token, text), closesStep: false };
		}
		case 'bizproc.event.send':
			if (workflow === undefined) return ACCESS_DENIED;
			return { workflow, key: keyOfResult(workflow.token, given.get('RETURN_VALUES')), closesStep: true };
		default:
			return METHOD_NOT_FOUND;
	}
}
