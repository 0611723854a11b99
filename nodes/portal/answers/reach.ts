import { isObject } from './reply';

/**
 * How far a request came before it failed, as Node's own request object shows: `nowhere` if nothing of it left n8n,
 * `proxy` if a proxy answered in place of making a tunnel. Only what came to the `portal` may have run there.
 */
export type Reach = 'nowhere' | 'proxy' | 'portal';

/**
 * @param request what axios hands over with an error: Node's `ClientRequest`
 * @returns undefined where it is none, and nothing can be seen
 */
export function reachOf(request: unknown): Reach | undefined {
	if (!isObject(request) || !('socket' in request)) return undefined;
	const { socket, protocol } = request;
	// It never got one: the name was not found, or the tunnel never stood.
	if (!isObject(socket)) return 'nowhere';
	if (protocol === 'https:' && socket.encrypted !== true) return 'proxy';
	// Inside of a handshake, or all that was written still waits to be sent.
	if (socket.secureConnecting === true) return 'nowhere';
	return Number(socket.writableLength) >= Number(socket.bytesWritten) ? 'nowhere' : 'portal';
}
