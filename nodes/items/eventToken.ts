import type { Refusal } from '../portal/answers/subject';
import type { ItemReader } from './reader';
import { toText, trim } from './text';

/**
 * The event token of one item, without the spaces and line ends that come with copying: the portal does not trim it.
 * Its form is `<workflow>|<activity>|<event>.<signature>`; the portal alone can say whether it is right.
 */
export function readEventToken(item: ItemReader): string {
	const value = item.value('eventToken', 'Event Token');
	const token = typeof value === 'string' ? trim(toText(value) ?? '') : '';
	if (token === '') {
		item.refuse(
			value === undefined || value === null || value === ''
				? 'The field Event Token is empty'
				: 'The field Event Token holds no token',
			'Map it to eventToken of the Bizproc Trigger, or to event_token as Bitrix24 posted it to another handler.',
		);
	}
	// What n8n leaves in the field that is switched from Expression to Fixed; masked as it is, it looks like a token.
	if (token.includes('{{')) {
		item.refuse(
			'The field Event Token holds an expression that is not worked out',
			'Switch the field from Fixed to Expression.',
		);
	}
	return token;
}

/** The workflow that a token belongs to; a token of another form stands for itself. */
export const workflowOf = (eventToken: string): string => eventToken.split('|', 1)[0];

/**
 * What the portal says of any call that carries an event token, by its code.
 * @param name one of what is sent, e.g. "line"
 * @param whenEnded what it means that the workflow has ended, as a sentence
 */
export const eventTokenRefusals = (name: string, whenEnded: string): Record<string, Refusal> => ({
	ACCESS_DENIED: {
		kind: 'rejected',
		settles: true,
		happened: 'Bitrix24 does not accept this event token',
		nextStep:
			'This is about the token, not about rights. Pass on the event token exactly as the portal posted it, whole and unchanged, and use the credential of the same portal.',
	},
	'404': {
		kind: 'rejected',
		whenDone: 'The workflow has ended since',
		happened: 'The workflow of this event token is no longer running',
		nextStep: `It has finished, was stopped or was deleted. ${whenEnded}`,
	},
	'402': {
		kind: 'rejected',
		happened: 'The plan of this portal does not allow this workflow to go on',
		nextStep: 'Check the plan of the portal and its limits for business processes.',
	},
	'499': {
		kind: 'rejected',
		happened: 'The workflow of this event token was terminated',
		nextStep: 'Start the process again in Bitrix24; its step then posts a new event token.',
	},
	'423': {
		kind: 'limited',
		limit: 'busy',
		happened: 'The workflow stayed busy: Bitrix24 is executing it, or it hangs',
		nextStep: `The ${name} was not taken. Send it again later; if this goes on, look at the workflow in Bitrix24.`,
	},
});
