import type { Refusal } from '../portal/answers/subject';

/**
 * What the portal says of any call that carries an event token, by its code.
 * @param name one of what is sent, e.g. "line"
 * @param whenEnded what it means that the workflow has ended, as a sentence
 */
export const eventTokenRefusals = (name: string, whenEnded: string): Record<string, Refusal> => ({
	ACCESS_DENIED: {
		kind: 'rejected',
		happened: 'Bitrix24 does not accept this event token',
		nextStep:
			'This is about the token, not about rights. Pass on the event token exactly as the portal posted it, whole and unchanged, and use the credential of the same portal.',
	},
	'404': {
		kind: 'rejected',
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
		happened: 'The workflow stayed busy: Bitrix24 is executing it, or it hangs',
		nextStep: `The ${name} was not taken. Send it again later; if this goes on, look at the workflow in Bitrix24.`,
	},
});
