import { UNSUPPORTED_PROTOCOL, WRONG_HANDLER_URL } from './errors';

/** The scheme and the host of an address, as PHP's `parse_url` finds them. */
const SCHEME_AND_HOST = /^(?:([a-z0-9.+-]+):)?\/\/(?:[^/?#]*@)?([^/?#:]*)/i;

/** The address of a handler. The host needs a dot, and not in front: `localhost` is refused, an IPv4 address is not. */
export function readHandler(value: unknown): string {
	const [, scheme, host] = (typeof value === 'string' && SCHEME_AND_HOST.exec(value)) || [];
	if (!host || host.indexOf('.') < 1) throw WRONG_HANDLER_URL;
	if (scheme !== 'http' && scheme !== 'https') throw UNSUPPORTED_PROTOCOL;
	return value as string;
}
