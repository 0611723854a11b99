import type { IDataObject } from 'n8n-workflow';
import { isObject } from '../answers/reply';
import { readWebhookAddress } from './address';

const HIDDEN = '***';
/** Shorter values are no secrets, and would be found in the middle of ordinary words. */
const SHORTEST_SECRET = 8;

/** All texts of a credential that nobody may read: the tokens, the client's secret, the last part of a webhook's address. */
export function secretsIn(credential: IDataObject): string[] {
	const { webhookSecret, clientSecret, oauthTokenData } = credential;
	const tokens = isObject(oauthTokenData) ? [oauthTokenData.access_token, oauthTokenData.refresh_token] : [];
	const webhook = readWebhookAddress(webhookSecret).base?.split('/').at(-2);
	return [webhook, clientSecret, ...tokens].filter(
		(secret): secret is string => typeof secret === 'string' && secret.length >= SHORTEST_SECRET,
	);
}

/** Takes secrets out of the portal's words: those known, and what looks like an address or a token that holds one. */
export function withoutSecrets(words: string, secrets: string[]): string {
	return secrets
		.reduce((text, secret) => text.replaceAll(secret, HIDDEN), words)
		.replace(/\/rest\/(?:api\/)?[^/\s]+\/[^/\s"'<>]+/g, `/rest/${HIDDEN}`)
		.replace(
			/(\b(?:auth|access_token|refresh_token|client_secret|ap)["']?\s*[=:]\s*["']?)[^&\s"'<>,}]+/gi,
			`$1${HIDDEN}`,
		)
		.replace(/\bBearer\s+[^\s"'<>]+/gi, `Bearer ${HIDDEN}`);
}

/** The same for every description in an answer, of the whole request and of each command. */
export function describedWithoutSecrets(body: IDataObject, secrets: string[]): IDataObject {
	const clean = (entry: unknown): unknown => {
		if (!isObject(entry) || typeof entry.error_description !== 'string') return entry;
		return { ...entry, error_description: withoutSecrets(entry.error_description, secrets) };
	};
	const { result } = body;
	const errors = isObject(result) && isObject(result.result_error) ? result.result_error : undefined;
	if (errors === undefined) return clean(body) as IDataObject;
	const cleaned = Object.fromEntries(Object.entries(errors).map(([key, entry]) => [key, clean(entry)]));
	return { ...body, result: { ...(result as IDataObject), result_error: cleaned as IDataObject } };
}

/** Whether there is anything to clean. */
export const holdsDescriptions = ({ error, result }: IDataObject): boolean =>
	error !== undefined || (isObject(result) && isObject(result.result_error));
