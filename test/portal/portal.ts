/**
 * A Bitrix24 portal for tests and demos: what a client sees of it over HTTP, and a way to steer it.
 *
 * What it does not imitate:
 * - every method that is not in rest/methods.ts; a call of one is refused as an unknown method
 * - registration of robots and activities, templates, tasks, and workflows that go on by themselves
 * - RETURN_PROPERTIES: event.send keeps whatever values it is given
 * - XML answers, multipart bodies, the v3 protocol, cross-site requests
 * - the order of integer-like keys: commands `{"10":…,"2":…}` run in ascending order here, as sent in PHP
 * - names no client sends: a bracket inside an index, `__proto__`
 * - the security filter, localized texts, databases without 4-byte UTF-8
 * - that a cloud portal keeps 50 log records per workflow, for 90 days
 * - codes 402 and 499, deleted documents, steps that time out (a fault can answer the codes)
 * - how long work takes: the operating meter charges each call the seconds it was told, also below 0.1 s
 * - queue servers: a step is posted from here, at once, to any address, also a private one
 * - the token endpoint on the portal itself, app.info on the authorization server, the 180 days of a refresh token,
 *   unpaid or removed applications, users without rights
 */
import type { Portal, PortalOptions } from './contract';
import { newDesk } from './desk';
import { authorizationRoutes, portalRoutes } from './http/routes';
import { Servers } from './http/servers';
import { RequestBuckets } from './limits/requestBuckets';
import { AuthorizePage } from './oauth/authorize';
import { AuthorizationServer } from './oauth/server';
import { TokenEndpoint } from './oauth/tokenEndpoint';
import { Door } from './rest/door';
import { StandIn } from './standIn';

export type { Portal, PortalOptions } from './contract';
export type * from './options';
export type * from './records';
export type { Fault } from './faults/fault';
export type { OAuthServer, TokenAnswer } from './oauth/contract';

/** Starts a portal on 127.0.0.1 and, at an origin of its own, its authorization server. */
export async function startPortal(options: PortalOptions = {}): Promise<Portal> {
	const servers = new Servers();
	const desk = newDesk(options, servers.origins, servers.signal);
	const door = new Door(desk, new RequestBuckets());
	const authorizePage = new AuthorizePage(desk.tokens);
	const oauth = new AuthorizationServer(desk.tokens, new TokenEndpoint(desk.tokens), authorizePage);
	const portal = new StandIn(desk, door, servers, oauth);
	const listeners = {
		portal: portalRoutes(portal, door, authorizePage),
		authorizationServer: authorizationRoutes(oauth),
	};
	await servers.listen(listeners, options);
	return portal;
}
