import type { Subject } from '../../portal/answers/subject';

const AGAIN = 'Publish the workflow again, or execute the step again in the editor; that does no harm.';

/** The registration of a step. Whatever is asked twice ends the same: it is there, as declared, or it is gone. */
export const registering: Subject = {
	name: 'step',
	names: 'Steps',
	repeatable: true,
	mayHaveHappened: 'the step may already be as you want it',
	beforeAgain: AGAIN,
	nothingHappened: 'nothing was changed there',
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
		ERROR_ACTIVITY_ALREADY_INSTALLED: {
			kind: 'rejected',
			happened: 'Bitrix24 holds another step under this code',
			nextStep: 'Choose another Code in the node, then publish again.',
		},
	},
};
