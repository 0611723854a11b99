import type { Words } from '../../portal/answers/connection';
import type { Failure } from '../../portal/answers/failure';
import { subjectOf } from '../../portal/answers/subject';

const AGAIN = 'Publish the workflow again, or execute the step again in the editor; that does no harm.';

/** The registration of a step. Whatever is asked twice ends the same: it is there, as declared, or it is gone. */
export const registering = subjectOf({
	noun: 'step',
	done: 'changed there',
	effect: 'repeatable',
	mayHaveHappened: 'the step may already be as you want it',
	beforeAgain: AGAIN,
	again: 'publish the workflow again',
	later: 'Publish the workflow again later.',
	refusals: {
		ACCESS_DENIED: {
			kind: 'rejected',
			happened:
				'Bitrix24 lets only an administrator register steps, and only with the credential of an application',
			nextStep:
				'Let an administrator of the portal connect the OAuth2 credential of this node, then publish again.',
		},
		ERROR_WRONG_HANDLER_URL: {
			kind: 'rejected',
			happened: 'Bitrix24 does not accept the address of n8n',
			nextStep:
				'n8n needs a public address with a host name such as n8n.example.com. Set it in the environment variable N8N_WEBHOOK_URL (WEBHOOK_URL in older versions of n8n), restart n8n and publish again.',
		},
		ERROR_UNSUPPORTED_PROTOCOL: {
			kind: 'rejected',
			happened: 'Bitrix24 posts to addresses that begin with http or https only',
			nextStep: 'Check the environment variable N8N_WEBHOOK_URL, restart n8n and publish again.',
		},
		ERROR_HANDLER_URL_MATCH: {
			kind: 'rejected',
			happened: 'This portal wants the address of n8n at the domain of the application',
			nextStep:
				'Open the local application in Bitrix24, put an address of this n8n into its handler path, and publish again.',
		},
		ERROR_ACTIVITY_VALIDATION_FAILURE: {
			kind: 'rejected',
			happened: 'Bitrix24 does not accept the fields of this step',
			nextStep: 'Check the name, the keys, the options and the document types, then publish again.',
		},
		ERROR_ACTIVITY_ADD_FAILURE: {
			kind: 'rejected',
			happened: 'Bitrix24 could not save the step',
			nextStep: AGAIN,
		},
	},
});

/** Bitrix24 holds a step under this code that this node does not know as its own. */
export const taken = (code: string, isDoubtful: boolean): Words =>
	isDoubtful
		? {
				happened: `Bitrix24 already holds a step with the Code "${code}". It may be this node's own, because the answer was lost when it was put there`,
				nextStep:
					'If no other workflow uses this Code, switch on the option Take Over Existing Step and publish again. Otherwise enter another Code.',
			}
		: {
				happened: `Bitrix24 already holds a step with the Code "${code}", and this node has not put it there`,
				nextStep:
					'Enter another Code in the node and publish again. If no other workflow needs that step any more, switch on the option Take Over Existing Step instead.',
			};

/** A refusal in one line, with the portal's own words where it has found something. */
export function wordsOf({ happened, nextStep, kind, portalMessage }: Failure): string {
	const quoted = kind === 'rejected' && portalMessage ? ` Bitrix24 says: "${portalMessage}".` : '';
	return `${happened}. ${nextStep}${quoted}`.trim();
}
