/** The address of a portal's REST methods, ending in a slash, or the reason why there is none, in words for the user. */
export type Address = { base: string; reason?: undefined } | { base?: undefined; reason: string };

const WEBHOOK_EXAMPLE = 'https://your-portal.bitrix24.com/rest/1/…/';

/**
 * Reads the address of an inbound webhook as people paste it: spaces around it, with or without the last slash,
 * with a method at its end, http, an own port or folder. The text holds a secret: it is never part of a reason.
 * @see https://apidocs.bitrix24.com/local-integrations/local-webhooks.html
 */
export function readWebhookAddress(pasted: unknown): Address {
	// Copying from a web page may bring along spaces that nobody sees.
	const text = typeof pasted === 'string' ? pasted.replace(/[\u200B\uFEFF]/g, '').trim() : '';
	const wanted = `Copy it from Bitrix24 (Developer resources > Other > Inbound webhook). It looks like ${WEBHOOK_EXAMPLE}`;

	if (text === '') return { reason: `The Webhook URL is empty. ${wanted}` };
	const url = readHttpUrl(text);
	if (!url) return { reason: `The Webhook URL is not a web address. ${wanted}` };

	// The newer /rest/api/<user>/<secret>/ takes the same secret, but answers in another form and knows fewer methods.
	const path =
		/^(.*)\/rest\/(?:api\/)?(\d+|(?!api\/)[a-z][\w@-]*)\/([\w-]+)(?:\.json)?(?:\/[\w.]*)?\/?$/i.exec(
			url.pathname,
		);
	if (!path) return { reason: `The Webhook URL is not the address of an inbound webhook. ${wanted}` };
	const [, folder, user, secret] = path;
	return { base: `${url.origin}${folder}/rest/${user}/${secret}/` };
}

/**
 * Where the methods of a portal connected by OAuth2 are.
 * @param clientEndpoint what the authorization server named, e.g. `https://portal.bitrix24.com/rest/`; it wins
 * @param portalUrl what the user typed into the credential
 * @see https://apidocs.bitrix24.com/settings/oauth/index.html
 */
export function readPortalAddress(portalUrl: unknown, clientEndpoint?: unknown): Address {
	const endpoint = typeof clientEndpoint === 'string' ? readHttpUrl(clientEndpoint) : undefined;
	if (endpoint) return { base: `${endpoint.origin}${endpoint.pathname.replace(/\/*$/, '/')}` };

	const text = typeof portalUrl === 'string' ? portalUrl.trim() : '';
	const url = readHttpUrl(/^[a-z]+:\/\//i.test(text) ? text : `https://${text}`);
	if (!url) {
		return {
			reason:
				'The Portal URL is not a web address. Enter the address you open Bitrix24 with, such as https://your-portal.bitrix24.com',
		};
	}
	return { base: `${url.origin}/rest/` };
}

/**
 * The origin of a renamed portal: a redirect to the same path at an https address. Anything else (a sign-in page,
 * an unencrypted address) is not the portal moving house, and must not be followed with a secret in hand.
 */
export function readNewOrigin(requested: string, location: unknown): string | undefined {
	if (typeof location !== 'string' || !URL.canParse(location, requested)) return undefined;
	const target = new URL(location, requested);
	const moved = target.protocol === 'https:' && target.pathname === new URL(requested).pathname;
	return moved && target.origin !== new URL(requested).origin ? target.origin : undefined;
}

function readHttpUrl(text: string): URL | undefined {
	if (!URL.canParse(text)) return undefined;
	const url = new URL(text);
	const isPlainWebAddress = /^https?:$/.test(url.protocol) && url.username === '' && url.password === '';
	return isPlainWebAddress ? url : undefined;
}
