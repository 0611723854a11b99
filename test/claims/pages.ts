/** The pages of the documentation that claims are taken from. */
const REFERENCE = 'https://apidocs.bitrix24.com';
const BIZPROC = `${REFERENCE}/api-reference/bizproc`;
const SYSTEM = `${REFERENCE}/api-reference/common/system`;

export const ERROR_CODES = `${REFERENCE}/error-codes.html`;
export const REQUESTS = `${REFERENCE}/settings/how-to-call-rest-api/general-principles.html`;
export const BATCH = `${REFERENCE}/settings/how-to-call-rest-api/batch.html`;
export const METHOD_GET = `${SYSTEM}/method-get.html`;
export const SCOPE = `${SYSTEM}/scope.html`;
export const SERVER_TIME = `${SYSTEM}/server-time.html`;
export const PROFILE = `${REFERENCE}/api-reference/common/users/profile.html`;
export const APP_INFO = `${SYSTEM}/app-info.html`;
export const ACTIVITY_LOG = `${BIZPROC}/bizproc-activity/bizproc-activity-log.html`;
export const EVENT_SEND = `${BIZPROC}/bizproc-robot/bizproc-event-send.html`;

/** The page of a verb for one kind of step. */
export const stepPage = (kind: string, verb: string): string =>
	`${BIZPROC}/bizproc-${kind}/bizproc-${kind}-${verb}.html`;
