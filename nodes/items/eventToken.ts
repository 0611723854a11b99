import type { IExecuteFunctions } from 'n8n-workflow';
import type { Failure } from '../portal/answers/failure';
import { readField } from './field';
import { unusable } from './operation';
import { trim } from './text';

/**
 * The event token of one item, without the spaces and line ends that come with copying: the portal does not trim it.
 * Its form is `<workflow>|<activity>|<event>.<signature>`; the portal alone can say whether it is right.
 */
export function readEventToken(context: IExecuteFunctions, item: number): string | Failure {
	const { value, failure } = readField(context, 'eventToken', 'Event Token', item);
	if (failure) return failure;
	const token = typeof value === 'string' ? trim(value) : '';
	if (token !== '') return token;
	return unusable(
		value === undefined || value === null || value === ''
			? 'The field Event Token is empty'
			: 'The field Event Token holds no token',
		'Map it to eventToken of the Bizproc Trigger, or to event_token as Bitrix24 posted it to another handler.',
	);
}

/** The workflow that a token belongs to; a token of another form stands for itself. */
export const workflowOf = (eventToken: string): string => eventToken.split('|', 1)[0];
