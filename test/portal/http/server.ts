/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { TlsKeys } from '../options';

/** Longer than any client of the tests rests, so that a kept connection never closes under a request. */
const KEEP_ALIVE_MILLISECONDS = 75_000;

export type Listener = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

export interface OpenServer {
	origin: string;
	/** As if it were switched off: connections are refused, open ones are cut. */
	goOffline(): Promise<void>;
	/** Listens again, at the same address. */
	comeBack(): Promise<void>;
	/** Stops listening and destroys every open connection. */
	close(): Promise<void>;
}

/** Listens on 127.0.0.1. A request the listener fails on is answered 500 with the reason as plain text. */
export async function openServer(
	listener: Listener,
	{ port = 0, tls }: { port?: number; tls?: TlsKeys } = {},
): Promise<OpenServer> {
	const guarded: RequestListener = (request, response) => {
		listener(request, response).catch((error: Error) => {
			// The portal is stopping, or the client has gone: nobody is left to be told.
			if (error.name === 'AbortError' || response.destroyed) return response.destroy();
			return response.writeHead(500, { 'Content-Type': 'text/plain' }).end(error.message);
		});
	};
	const server = tls ? createSecureServer(tls, guarded) : createServer(guarded);
	server.keepAliveTimeout = KEEP_ALIVE_MILLISECONDS;
	const listen = async (at: number) =>
		await new Promise<void>((resolve, reject) => {
			server.once('error', reject);
			server.listen(at, '127.0.0.1', resolve);
		});
	const close = async () => {
		const closed = new Promise<void>((resolve) => server.close(() => resolve()));
		server.closeAllConnections();
		await closed;
	};
	await listen(port);
	const { port: own } = server.address() as AddressInfo;
	return {
		origin: `${tls ? 'https' : 'http'}://127.0.0.1:${own}`,
		goOffline: close,
		comeBack: async () => await listen(own),
		close,
	};
}
