/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { setMaxListeners } from 'node:events';
import type { PortalOptions } from '../contract';
import type { Origins } from '../oauth/tokens';
import { type Listener, type OpenServer, openServer } from './server';

/** The addresses the portal and its authorization server answer at. */
export class Servers {
	private readonly closing = unlimitedController();
	private readonly open: OpenServer[] = [];
	readonly origins: Origins = { portal: '', authorizationServer: '' };
	private portal?: Listener;

	/** Aborted once the servers close. */
	get signal(): AbortSignal {
		return this.closing.signal;
	}

	async listen(
		listeners: { portal: Listener; authorizationServer: Listener },
		{ port, tls }: PortalOptions,
	): Promise<void> {
		this.portal = listeners.portal;
		this.origins.portal = await this.add(listeners.portal, { port, tls });
		this.origins.authorizationServer = await this.add(listeners.authorizationServer, { tls });
	}

	/** The same portal at one more address; resolves to its origin. */
	async answerAlsoAt(options: Pick<PortalOptions, 'port' | 'tls'> = {}): Promise<string> {
		return await this.add(this.portal!, options);
	}

	async goOffline(which: keyof Origins): Promise<void> {
		await this.at(this.origins[which]).goOffline();
	}

	async comeBack(which: keyof Origins): Promise<void> {
		await this.at(this.origins[which]).comeBack();
	}

	async close(): Promise<void> {
		this.closing.abort();
		await Promise.all(this.open.splice(0).map(async (server) => await server.close()));
	}

	private at(origin: string): OpenServer {
		return this.open.find((server) => server.origin === origin)!;
	}

	private async add(listener: Listener, options: PortalOptions): Promise<string> {
		const server = await openServer(listener, options);
		this.open.push(server);
		return server.origin;
	}
}

/** As many requests may wait on its signal as there are, without Node taking that for a leak. */
function unlimitedController(): AbortController {
	const controller = new AbortController();
	setMaxListeners(0, controller.signal);
	return controller;
}
