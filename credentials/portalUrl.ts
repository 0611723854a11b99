import { CLOUD_HOSTS, PRIVATE_HOSTS } from '../nodes/portal/wire/hosts';

/**
 * The credential's form has no code of ours: it decides by regular expressions what to show, and n8n works out
 * addresses from expressions. Both read the Portal URL as a person types it, with or without https://.
 */

/** A portal in Bitrix24's own cloud: the end of its name tells its country. */
export const CLOUD = `^\\s*(https?://)?${CLOUD_HOSTS}(:\\d+)?([/?#\\s]|$)`;

/** A host of this machine or of a private network. */
export const LOCAL = `^\\s*(https?://)?(${PRIVATE_HOSTS})([:/?#\\s]|$)`;

/** A second address behind the first one. */
export const SEVERAL = 'https?:[^]*https?:|\\S\\s+\\S';

/** Portals of these countries are signed in at a server of their own. */
const OWN_SERVER = '/\\.(ru|su|xn--p1ai|рф|by|kz|kg|uz|am|az|ge)$/i';
export const OWN_SERVER_ADDRESS = 'https://oauth.bitrix24.tech';
export const COMMON_SERVER_ADDRESS = 'https://oauth.bitrix.info';

/**
 * An expression's code for the first address in a text, without a path or a slash at its end, and with https:// if no
 * protocol was typed.
 * @param text the code that gives the text
 */
export const originOf = (text: string): string =>
	`(${text} || "").replace(/[\\u200B\\uFEFF]/g, "").trim()` +
	'.replace(/^(?!https?:\\/\\/)/i, "https://")' +
	'.replace(/^(https?:\\/\\/(?:(?!https?:)[^\\/?#\\s])*)[^]*$/i, "$1")';

/** The same for its host, without a port. */
export const hostOf = (text: string): string =>
	`${originOf(text)}.replace(/^https?:\\/\\//i, "").replace(/:\\d+$/, "")`;

/** An expression's code for the authorization server as the end of a portal's name tells it. */
export const serverOf = (text: string): string =>
	`(${OWN_SERVER}.test(${hostOf(text)}) ? "${OWN_SERVER_ADDRESS}" : "${COMMON_SERVER_ADDRESS}")`;
