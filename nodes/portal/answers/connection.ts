/** A sentence on what happened (without a final period) and what to do next. */
export interface Words {
	happened: string;
	nextStep: string;
}

/**
 * What can be missing between n8n and `bizproc.activity.log`, by the portal's code. The credential tests and the
 * nodes say the same words.
 * @see https://apidocs.bitrix24.com/error-codes.html
 */
export const CONNECTION_REFUSALS: Record<string, Words> = {
	INVALID_CREDENTIALS: {
		happened: 'Bitrix24 does not accept this webhook',
		nextStep:
			'It was deleted or switched off, or its address was copied incompletely. Copy the address again, or create a new inbound webhook.',
	},
	NO_AUTH_FOUND: {
		happened: 'Bitrix24 found no valid credential in the request',
		nextStep: 'Check the credential of this node, or create it again.',
	},
	insufficient_scope: {
		happened: 'The credential lacks the permission for business processes (scope bizproc)',
		nextStep:
			'Edit the inbound webhook or the local application in Bitrix24, add the permission "Business processes (bizproc)" and save. Reconnect the credential if it is OAuth2.',
	},
	ERROR_METHOD_NOT_FOUND: {
		happened: 'This portal offers no business processes',
		nextStep:
			'Its plan does not include them or, on a self-hosted portal, the Business Processes or REST module is missing. Check the plan, or use another portal.',
	},
	ACCESS_DENIED: {
		happened: 'This portal does not allow REST requests',
		nextStep: 'REST is part of the commercial plans and subscriptions only. Check the plan of the portal.',
	},
	WRONG_AUTH_TYPE: {
		happened: 'Bitrix24 does not allow this method for this kind of credential',
		nextStep: 'Use the OAuth2 credential of a local application.',
	},
	expired_token: {
		happened: 'The access to Bitrix24 has expired and could not be renewed',
		nextStep: 'Open the OAuth2 credential and connect it again.',
	},
	invalid_token: {
		happened: 'Bitrix24 does not know this access',
		nextStep:
			'Open the OAuth2 credential and connect it again. Check that the local application still exists.',
	},
	APPLICATION_NOT_FOUND: {
		happened: 'The local application is no longer installed on this portal',
		nextStep:
			'Create or install it again in Bitrix24, then connect the OAuth2 credential again. Then publish each workflow with a Bizproc Trigger again, as its step is gone.',
	},
	user_access_error: {
		happened: 'The Bitrix24 user of this credential may not use REST',
		nextStep: 'Let an administrator of the portal allow it, or connect as another user.',
	},
	authorization_error: {
		happened: 'Bitrix24 could not sign in the user of this credential',
		nextStep: 'Check that the user is still active, then connect again.',
	},
	PAYMENT_REQUIRED: {
		happened: 'The application or the plan of this portal needs to be paid',
		nextStep: 'Check the plan and the subscription of the portal.',
	},
	PORTAL_DELETED: {
		happened: 'This portal was closed or deleted',
		nextStep: 'Use the credential of a portal that exists.',
	},
	INVALID_REQUEST: {
		happened: 'Bitrix24 wants the encrypted address',
		nextStep: 'Start the address in the credential with https://',
	},
	CONNECTION_ERROR: {
		happened: 'The portal could not reach its authorization server',
		nextStep: 'Try again later. On a self-hosted portal, check its way to the Internet.',
	},
};

/** The same door, other names: codes that mean what another code means. */
const SYNONYMS = {
	ERROR_OAUTH: 'APPLICATION_NOT_FOUND',
	NOT_INSTALLED: 'APPLICATION_NOT_FOUND',
	invalid_grant: 'expired_token',
	invalid_client: 'APPLICATION_NOT_FOUND',
	wrong_client: 'APPLICATION_NOT_FOUND',
};

/** A map: a code is foreign text, and an object answers to names such as "constructor". */
const REFUSALS_BY_CODE = new Map([
	...Object.entries(CONNECTION_REFUSALS),
	...Object.entries(SYNONYMS).map(([code, same]): [string, Words] => [code, CONNECTION_REFUSALS[same]]),
]);

export const connectionRefusal = (code: string): Words | undefined => REFUSALS_BY_CODE.get(code);

/** The server that renews the access of an OAuth2 credential: it said nothing, or nothing of its own. */
export const UNRENEWED: Words = {
	happened: 'The access to Bitrix24 has expired, and the authorization server could not be reached',
	nextStep:
		'Check that n8n can reach the authorization server of Bitrix24 (proxy, firewall), and try again later. There is no need to connect the credential again.',
};

const BUSY: Words = {
	happened: 'Bitrix24 takes no requests at the moment',
	nextStep: 'It answered, so the address is right. Test again in a minute.',
};

/** Everything that a test of a connection may be told, by code. */
export const TEST_REFUSALS: Record<string, Words> = {
	...Object.fromEntries(REFUSALS_BY_CODE),
	QUERY_LIMIT_EXCEEDED: BUSY,
	OPERATION_TIME_LIMIT: BUSY,
	OVERLOAD_LIMIT: BUSY,
};

export const NOT_BITRIX24: Words = {
	happened: 'No usable answer came from Bitrix24',
	nextStep:
		'Check the address in the credential, and what stands between n8n and the portal (proxy, firewall).',
};

export const sentence = ({ happened, nextStep }: Words): string => `${happened}. ${nextStep}`;
