/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import type { IncomingHttpHeaders } from 'node:http';
import type { Desk } from '../desk';
import { isPhpArray } from '../php/array';
import type { RequestRecord } from '../records';
import type { CallAddress } from './address';
import {
	ANOTHER_SESSION,
	EXPIRED_TOKEN,
	INVALID_TOKEN,
	invalidCredentials,
	NO_AUTH_FOUND,
	noRestInTariff,
} from './errors';
import type { Caller } from './method';

/** What a request brings to be let in, in the order the portal looks: the first one found decides. */
export interface Credentials {
	kind: RequestRecord['authorization'];
	accessToken?: string;
	webhook?: { userId: string; secret: string };
	session: boolean;
}

/** Cookies of a browser that is logged in to the portal. */
const SESSION_COOKIE = /(?:^|;\s*)(?:PHPSESSID|BITRIX_SM_[A-Z_]+)=/;

/** Parameters the portal takes for itself; inside a batch it overwrites them with those of the request. */
export const CREDENTIAL_PARAMETERS = ['auth', 'access_token', 'aplogin', 'ap'];

/** Takes the credentials out of the parameters, which the method never gets to see. */
export function takeCredentials(
	headers: IncomingHttpHeaders,
	params: Record<string, unknown>,
	address: CallAddress,
): Credentials {
	const { auth, access_token: accessToken, aplogin, ap } = params;
	for (const name of CREDENTIAL_PARAMETERS) delete params[name];
	const session = SESSION_COOKIE.test(headers.cookie ?? '');
	const bearer = /^Bearer (.+)$/i.exec(headers.authorization ?? '')?.[1];
	if (bearer) return { kind: 'bearer', accessToken: bearer, session };
	const token = auth ?? accessToken;
	// The post of a step holds an `auth` that is an array; it is no token.
	if (token && !isPhpArray(token)) return { kind: 'auth', accessToken: String(token), session };
	const pair = aplogin && ap ? { userId: String(aplogin), secret: String(ap) } : undefined;
	const webhook = address.webhook ?? pair;
	return { kind: webhook ? 'webhook' : 'none', webhook, session };
}

/** Lets the caller in or throws. https://apidocs.bitrix24.com/error-codes.html */
export function authorize({ rules, tokens, webhook }: Desk, given: Credentials): Caller {
	if (given.accessToken !== undefined) {
		const state = tokens.stateOf(given.accessToken);
		if (state === 'unknown') throw INVALID_TOKEN;
		if (state === 'expired') throw EXPIRED_TOKEN;
	} else {
		if (!given.webhook) throw NO_AUTH_FOUND;
		const { userId, secret } = given.webhook;
		const known = userId === webhook.userId && secret === webhook.secret && !webhook.revoked;
		if (!known) throw invalidCredentials(rules.credentialStatus);
	}
	if (given.session) throw ANOTHER_SESSION;
	if (rules.tariff.rest === false) throw noRestInTariff(rules.credentialStatus);
	return given.accessToken === undefined ? 'webhook' : 'application';
}
