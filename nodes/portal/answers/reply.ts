import { NodeOperationError, UserError, type IDataObject } from 'n8n-workflow';
import type { Words } from './connection';
import { reachOf, type Reach } from './reach';

/** What came back from one HTTP request to the portal. */
export type Reply =
	/** A JSON object, at whatever status: the portal itself has spoken. */
	| { kind: 'answered'; status: number; body: IDataObject; retryAfterSeconds?: number }
	/** Something else than the portal's JSON: an HTML page, a cut-off body. */
	| { kind: 'unreadable'; status: number }
	| { kind: 'redirected'; location: unknown }
	/** A page of what stands in front of the portal. Nothing ran. */
	| Page
	/** The connection broke or the time ran out after the request may have arrived. */
	| { kind: 'lost'; code: string }
	/** Nothing of the request left n8n, or a proxy turned it away. */
	| { kind: 'unreached'; code: string }
	/** Nothing was sent because the credential is not ready; the reason is safe to show. */
	| { kind: 'unprepared'; reason?: Words }
	/** The portal refused an expired access (nothing ran), and the authorization server gave no new one. */
	| { kind: 'notRenewed' }
	/** The same, but the authorization server did not answer, or not in its own words. */
	| { kind: 'unrenewed' }
	| { kind: 'canceled' };

/**
 * What a web server, a proxy or a firewall in front of the portal says by its status alone:
 * - `overloaded`: come again at the time it names
 * - `locked`: it wants a password of its own
 * - `blocked`: it does not like this request
 * - `tooLarge`: it takes no request of this size
 */
export interface Page {
	kind: 'overloaded' | 'locked' | 'blocked' | 'tooLarge';
	status: number;
	retryAfterSeconds?: number;
}

/** Farther away than this, nobody means a time to wait for. */
const LONGEST_PAUSE_SECONDS = 7 * 24 * 60 * 60;

/** Reads what n8n's HTTP helper handed back: status, headers, and a body that is an object if it was JSON. */
export function readAnswer(answer: unknown): Reply {
	const { statusCode, headers, body } = isObject(answer) ? answer : {};
	const status = toNumber(statusCode ?? 0);
	const head = isObject(headers) ? headers : {};
	if (status >= 300 && status < 400) return { kind: 'redirected', location: head.location };
	// Only a proxy says so.
	if (status === 407) return { kind: 'unreached', code: 'PROXY_407' };
	const retryAfterSeconds = secondsUntil(head);
	if (!isObject(body)) return readPage(status, retryAfterSeconds);
	return retryAfterSeconds === undefined
		? { kind: 'answered', status, body }
		: { kind: 'answered', status, body, retryAfterSeconds };
}

function readPage(status: number, retryAfterSeconds: number | undefined): Reply {
	if (status === 401) return { kind: 'locked', status };
	if (status === 403) return { kind: 'blocked', status };
	if (status === 413 || status === 414) return { kind: 'tooLarge', status };
	// Without a time, a gateway may have given up on a request that the portal still works on.
	if ((status === 503 || status === 429) && retryAfterSeconds !== undefined) {
		return { kind: 'overloaded', status, retryAfterSeconds };
	}
	return { kind: 'unreadable', status };
}

/** `Retry-After` names seconds, or a time by the server's own clock. */
function secondsUntil({ 'retry-after': retryAfter, date }: IDataObject): number | undefined {
	const named = toNumber(retryAfter);
	const seconds = Number.isNaN(named)
		? (Date.parse(String(retryAfter)) - Date.parse(String(date))) / 1000
		: named;
	return seconds > 0 && seconds < LONGEST_PAUSE_SECONDS ? Math.ceil(seconds) : undefined;
}

/**
 * Codes of a connection that never came about: the portal cannot have seen the request.
 * A reset, a time-out or a broken TLS record may also come after the request was read: these count as lost.
 */
const NEVER_CONNECTED =
	/^(ECONNREFUSED|ENOTFOUND|EAI_|EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL|CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|ERR_TLS_CERT_|ERR_INVALID_URL)/;

/**
 * Reads what n8n's HTTP helper threw: a NodeApiError around axios's error. Nothing of it is kept but its code,
 * because it also carries the address and the headers, and with them the secrets.
 */
export function readThrown(thrown: unknown): Reply {
	const error = causeOf(thrown);
	// Before anything is sent: the credential's own words, or n8n's about a credential that is missing.
	if (error instanceof UserError)
		return { kind: 'unprepared', reason: { happened: error.message, nextStep: '' } };
	if (error instanceof NodeOperationError) return { kind: 'unprepared' };
	if (!isFromNetwork(error)) return { kind: 'lost', code: '' };
	const code = String(error.code ?? '');
	const reach = reachOf(error.request);
	if (isObject(error.response)) return readThrownAnswer(error.response, reach);
	if (code === 'ERR_CANCELED') return { kind: 'canceled' };
	return reach === 'nowhere' || NEVER_CONNECTED.test(code) || isConnecting(error)
		? { kind: 'unreached', code }
		: { kind: 'lost', code };
}

/** Of a request that was broken off: whether it had connected by then. */
export function readBrokenOff(thrown: unknown): Reply {
	return { kind: leftNothing(thrown) ? 'unreached' : 'lost', code: 'ETIMEDOUT' };
}

/** A request that ended like this has not connected. */
export function leftNothing(thrown: unknown): boolean {
	const error = causeOf(thrown);
	return isObject(error) && reachOf(error.request) === 'nowhere';
}

/** An answer of which has to be known who gave it: see the statuses in wire/transport.ts. */
function readThrownAnswer({ status, headers, data }: IDataObject, reach: Reach | undefined): Reply {
	if (reach === 'proxy') return { kind: 'unreached', code: `PROXY_${String(status)}` };
	// An object of axios's own, whose names are found like those of a plain one.
	return readAnswer({ statusCode: status, headers: { ...(headers as IDataObject) }, body: data });
}

/** What the authorization server says when it is not able to answer at the moment. */
const PASSING_CODES: unknown[] = ['temporarily_unavailable', 'server_error'];

/**
 * Reads what n8n's renewal of an OAuth2 access threw. "Connect again" is only said when the authorization server has
 * refused in its own words, or nothing is left to ask with.
 */
export function readFailedRenewal(thrown: unknown): Reply {
	const error = causeOf(thrown);
	if (error instanceof NodeOperationError) return { kind: 'notRenewed' };
	const { code, body, message } = isObject(error) ? error : {};
	const isRefused =
		(code === 'EAUTH' && !(isObject(body) && PASSING_CODES.includes(body.error))) ||
		/no refresh token/i.test(String(message ?? ''));
	return { kind: isRefused ? 'notRenewed' : 'unrenewed' };
}

/** n8n wraps the error once; another wrapping is cheap to see through. */
function causeOf(thrown: unknown): unknown {
	let error = thrown;
	while (error instanceof Error && error.name === 'NodeApiError' && error.cause) error = error.cause;
	return error;
}

const isFromNetwork = (error: unknown): error is IDataObject =>
	isObject(error) && error.isAxiosError === true;

/** A time-out while still connecting (`syscall` is Node's name for what it was doing). */
const isConnecting = ({ cause }: IDataObject): boolean => isObject(cause) && cause.syscall === 'connect';

export const isObject = (value: unknown): value is IDataObject =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** A number of a foreign answer, also one written as text; NaN for anything else. */
export const toNumber = (value: unknown): number =>
	typeof value === 'number' || typeof value === 'string' ? Number(value) : NaN;
