import { NodeOperationError, UserError, type IDataObject } from 'n8n-workflow';

/** What came back from one HTTP request to the portal. */
export type Reply =
	/** A JSON object, at whatever status: the portal itself has spoken. */
	| { kind: 'answered'; status: number; body: IDataObject; retryAfterSeconds?: number }
	/** Something else than the portal's JSON: an HTML page, a cut-off body. */
	| { kind: 'unreadable'; status: number }
	| { kind: 'redirected'; requested: string; location: unknown }
	/** The connection broke or the time ran out after the request may have arrived. */
	| { kind: 'lost'; code: string }
	/** No connection came about. */
	| { kind: 'unreached'; code: string }
	/** Nothing was sent because the credential is not ready; the reason is safe to show. */
	| { kind: 'unprepared'; reason?: string }
	/** The portal refused an expired access (nothing ran) and no new one could be had. */
	| { kind: 'notRenewed' }
	| { kind: 'canceled' };

interface HttpAnswer {
	status: number;
	headers?: Record<string, unknown>;
	body: unknown;
}

/** Reads an answer that n8n's HTTP helper handed back, or that it found in an error. */
export function readAnswer({ status, headers = {}, body }: HttpAnswer): Reply {
	if (!isObject(body)) return { kind: 'unreadable', status };
	const retryAfterSeconds = Number(headers['retry-after']);
	return retryAfterSeconds > 0
		? { kind: 'answered', status, body, retryAfterSeconds }
		: { kind: 'answered', status, body };
}

/**
 * Codes of a connection that never came about: the portal cannot have seen the request.
 * A reset, a time-out or a broken TLS record may also come after the request was read: these count as lost.
 */
const NEVER_CONNECTED =
	/^(ECONNREFUSED|ENOTFOUND|EAI_|EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL|CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|ERR_TLS_CERT_|ERR_INVALID_URL)/;

/**
 * Reads what n8n's HTTP helper threw: a NodeApiError around axios's error. Nothing of it is kept but plain values,
 * because it also carries the address and the headers, and with them the secrets.
 * @param portalOrigin where the request went, when known: n8n's OAuth2 helper also throws what the authorization server did
 */
export function readThrown(thrown: unknown, portalOrigin?: string): Reply {
	const error = causeOf(thrown);
	if (!isObject(error) || error.isAxiosError !== true) {
		// Not from the network: the credential's own words, or n8n's and the authorization server's on a refused renewal.
		if (error instanceof UserError) return { kind: 'unprepared', reason: error.message };
		return portalOrigin !== undefined && isRenewal(error) ? { kind: 'notRenewed' } : { kind: 'unprepared' };
	}

	const config = isObject(error.config) ? error.config : {};
	const requested = String(config.url ?? '');
	if (portalOrigin && !requested.startsWith(portalOrigin)) return { kind: 'notRenewed' };

	const code = String(error.code ?? '');
	if (code === 'ERR_CANCELED') return { kind: 'canceled' };
	if (isObject(error.response)) {
		const { status, data, headers } = error.response as unknown as {
			status: number;
			data: unknown;
			headers: Record<string, unknown>;
		};
		if (status >= 300 && status < 400) return { kind: 'redirected', requested, location: headers.location };
		return readAnswer({ status, headers, body: data });
	}
	return NEVER_CONNECTED.test(code) || isConnecting(error)
		? { kind: 'unreached', code }
		: { kind: 'lost', code };
}

/** n8n wraps the error once; another wrapping is cheap to see through. */
function causeOf(thrown: unknown): unknown {
	let error = thrown;
	while (error instanceof Error && error.name === 'NodeApiError' && error.cause) error = error.cause;
	return error;
}

/** A time-out while still connecting (`syscall` is Node's name for what it was doing). */
const isConnecting = (error: IDataObject): boolean =>
	isObject(error.cause) && (error.cause as IDataObject).syscall === 'connect';

/** The authorization server said no (its client's own codes), or n8n asks to reconnect. */
const isRenewal = (error: unknown): boolean =>
	error instanceof NodeOperationError ||
	(isObject(error) && (error.code === 'EAUTH' || error.code === 'ESTATUS'));

export const isObject = (value: unknown): value is IDataObject =>
	typeof value === 'object' && value !== null && !Array.isArray(value);
