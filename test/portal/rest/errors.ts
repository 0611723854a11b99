/** A refusal in the portal's own words, thrown to the door, which answers it. */
export class Refusal extends Error {
	constructor(
		readonly status: number,
		readonly code: string | number,
		readonly description: string,
		readonly extra: { body?: Record<string, unknown>; headers?: Record<string, string> } = {},
	) {
		super(`${code} ${description}`);
	}

	/** What the portal answers, or puts under the command's key in `result_error`. */
	get body(): Record<string, unknown> {
		return { error: this.code, error_description: this.description, ...this.extra.body };
	}
}

/** The outcome of some work, or the refusal it ended with; any other error is a mistake of ours and goes on. */
export async function orRefusal<T>(work: Promise<T>): Promise<T | Refusal> {
	return await work.catch((error: unknown) => {
		if (error instanceof Refusal) return error;
		throw error;
	});
}

/** https://apidocs.bitrix24.com/error-codes.html */
export const METHOD_NOT_FOUND = new Refusal(404, 'ERROR_METHOD_NOT_FOUND', 'Method not found!');

/** https://apidocs.bitrix24.com/api-reference/bizproc/bizproc-robot/bizproc-event-send.html */
export const ACCESS_DENIED = new Refusal(403, 'ACCESS_DENIED', 'Access denied!');

/** https://apidocs.bitrix24.com/api-reference/bizproc/bizproc-activity/bizproc-activity-log.html */
export const EMPTY_LOG_MESSAGE = new Refusal(400, 'ERROR_EMPTY_LOG_MESSAGE', 'Empty log message!');

/** Codes of the workflow runtime; on no page. Portals before 2024 answer them as numbers, texts are localized. */
export const WORKFLOW_NOT_FOUND = new Refusal(400, '404', 'The business process is not found.');
export const WORKFLOW_BUSY = new Refusal(400, '423', 'The workflow is hung or being executed');

/** What strict MySQL makes of a text longer than its column; on no page, code not verified. */
export const SQL_ERROR = new Refusal(500, 'INTERNAL_SERVER_ERROR', 'SQL query error!');

/** https://apidocs.bitrix24.com/settings/how-to-call-rest-api/batch.html */
export const BATCH_LENGTH_EXCEEDED = new Refusal(
	400,
	'ERROR_BATCH_LENGTH_EXCEEDED',
	'Max batch length exceeded',
);
export const BATCH_METHOD_NOT_ALLOWED = new Refusal(
	400,
	'ERROR_BATCH_METHOD_NOT_ALLOWED',
	'Method is not allowed for batch usage',
);

/** https://apidocs.bitrix24.com/limits.html */
export const QUERY_LIMIT_EXCEEDED = new Refusal(503, 'QUERY_LIMIT_EXCEEDED', 'Too many requests');
export const OPERATION_TIME_LIMIT = new Refusal(
	429,
	'OPERATION_TIME_LIMIT',
	'Method is blocked due to operation time limit.',
);

/** https://apidocs.bitrix24.com/settings/oauth/error-codes.html and error-codes.html */
export const NO_AUTH_FOUND = new Refusal(401, 'NO_AUTH_FOUND', 'Wrong authorization data');
export const INVALID_TOKEN = new Refusal(401, 'invalid_token', 'Unable to get application by token');
export const EXPIRED_TOKEN = new Refusal(401, 'expired_token', 'The access token provided has expired');
export const ANOTHER_SESSION = new Refusal(401, 'authorization_error', 'Another user session detected');
export const APPLICATION_REQUIRED = new Refusal(
	403,
	'ACCESS_DENIED',
	'Access denied! Application context required',
);

/** Refusals whose status is 401 in the portal's code and 403 in its documentation. */
export const invalidCredentials = (status: 401 | 403) =>
	new Refusal(status, 'INVALID_CREDENTIALS', 'Invalid request credentials');
export const noRestInTariff = (status: 401 | 403) =>
	new Refusal(status, 'ACCESS_DENIED', 'REST is available only on commercial plans.');
export const insufficientScope = (status: 401 | 403, description: string) =>
	new Refusal(status, 'insufficient_scope', description);
