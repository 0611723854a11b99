import type { Words } from '../answers/connection';

/** The address of a portal's REST methods, ending in a slash, or the reason why there is none, in words for the user. */
export type Address = { base: string; reason?: undefined } | { base?: undefined; reason: Words };

/** Longer ones are none: working out a host name takes time that grows with the square of its length. */
const LONGEST_ADDRESS = 2000;

/** The newer /rest/api/<user>/<secret>/ takes the same secret, but answers in another form and knows fewer methods. */
const WEBHOOK = /^(.*)\/rest\/(?:api\/)?(\d+|(?!api\/)[a-z][\w@-]*)\/([\w-]+)(?:\.json)?(?:\/[\w.]*)?\/?$/i;

/**
 * Reads the address of an inbound webhook as people paste it: spaces around it, with or without the last slash,
 * with a method at its end, http, an own port or folder. The text holds a secret: it is never part of a reason.
 * @see https://apidocs.bitrix24.com/local-integrations/local-webhooks.html
 */
export function readWebhookAddress(pasted: unknown): Address {
	const text = clean(pasted);
	if (text === '') return wrongWebhook('is empty');
	const mistake = mistakeIn(text);
	if (mistake !== undefined) return wrongWebhook(mistake);
	const url = readHttpUrl(withProtocol(text));
	if (!url) return wrongWebhook('is not a web address');
	const path = WEBHOOK.exec(url.pathname);
	if (!path) return wrongWebhook('is not the address of an inbound webhook');
	const [, folder, user, secret] = path;
	if (/\/rest\/(?:api\/)?\w[\w@-]*\/[\w-]/i.test(folder)) return wrongWebhook(SEVERAL);
	return { base: `${url.origin}${folder}/rest/${user}/${secret}/` };
}

const SEVERAL = 'holds more than one address';

const wrongWebhook = (what: string): Address => ({
	reason: {
		happened: `The Webhook URL ${what}`,
		nextStep:
			'Copy it from Bitrix24 (Applications > Developer resources > Other > Inbound webhook). It looks like https://your-portal.bitrix24.com/rest/1/…/',
	},
});

/**
 * Where the methods of a portal connected by OAuth2 are.
 * @param clientEndpoint what the authorization server named, e.g. `https://portal.bitrix24.com/rest/`; it wins
 * @param portalUrl what the user typed into the credential
 * @see https://apidocs.bitrix24.com/settings/oauth/index.html
 */
export function readPortalAddress(portalUrl: unknown, clientEndpoint?: unknown): Address {
	const named = clean(clientEndpoint);
	const endpoint = mistakeIn(named) === undefined ? readHttpUrl(named) : undefined;
	if (endpoint) return { base: `${endpoint.origin}${endpoint.pathname.replace(/\/*$/, '/')}` };

	const text = clean(portalUrl);
	// The address of a page may hold another one in its query.
	const mistake = mistakeIn(text, text.split(/[?#]/, 1)[0]);
	if (mistake !== undefined) return wrongPortal(mistake);
	const url = readHttpUrl(withProtocol(text));
	return url ? { base: `${url.origin}/rest/` } : wrongPortal('is not a web address');
}

const wrongPortal = (what: string): Address => ({
	reason: {
		happened: `The Portal URL ${what}`,
		nextStep: 'Enter the address you open Bitrix24 with, such as https://your-portal.bitrix24.com',
	},
});

/**
 * The origin of a renamed portal: a redirect to the same path at an https address. Anything else (a sign-in page,
 * an unencrypted address) is not the portal moving house, and must not be followed with a secret in hand.
 */
export function readNewOrigin(requested: string, location: unknown): string | undefined {
	if (typeof location !== 'string' || location.length > LONGEST_ADDRESS) return undefined;
	if (!URL.canParse(location, requested)) return undefined;
	const target = new URL(location, requested);
	const moved = target.protocol === 'https:' && target.pathname === new URL(requested).pathname;
	return moved && target.origin !== new URL(requested).origin ? target.origin : undefined;
}

/** Without what nobody sees: spaces around it, and those of no width that copying from a web page brings along. */
function clean(pasted: unknown): string {
	const text = typeof pasted === 'string' ? pasted.replace(/[\u200B\uFEFF]/g, '').trim() : '';
	return text.length > LONGEST_ADDRESS ? text : text.replace(/^\p{Cc}+|\p{Cc}+$/gu, '').trim();
}

/**
 * What keeps a text from being one address. `URL` would drop line ends and tabs in the middle of it.
 * @param address the part of it that may hold no other one
 */
function mistakeIn(text: string, address = text): string | undefined {
	if (text.length > LONGEST_ADDRESS) return 'is not a web address';
	if ([...address.matchAll(/https?:[\\/]/gi)].length > 1) return SEVERAL;
	return /[\s\p{Cc}]/u.test(text) ? 'holds a space or a line break' : undefined;
}

/** People copy an address from where it is shown without its protocol. */
const withProtocol = (text: string): string => (/^[a-z]+:[\\/]/i.test(text) ? text : `https://${text}`);

function readHttpUrl(text: string): URL | undefined {
	if (text.length > LONGEST_ADDRESS || !URL.canParse(text)) return undefined;
	const url = new URL(text);
	const isPlainWebAddress = /^https?:$/.test(url.protocol) && url.username === '' && url.password === '';
	return isPlainWebAddress ? url : undefined;
}
