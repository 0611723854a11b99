/**
 * A Bitrix24 portal for tests and demos: what a client sees of it over HTTP, and a way to steer it.
 *
 * What it does not imitate:
 * - every method that is not in rest/methods.ts; a call of one is refused as an unknown method
 * - tasks, template and workflow methods, steps that are not an application's, conditions and loops
 * - values of a step: a portal whose user has set a zone of his own, site formats other than `31.12.2026 18:30:00`
 * - registration: types, options and Required of properties, placements, FILTER in the lists of rules and actions,
 *   document types beyond their shape, uninstalling; sizes of properties are measured as JSON, and what is too long,
 *   also a code over 128 characters, is a "save error"
 * - XML answers, multipart bodies, the v3 protocol, cross-site requests
 * - the order of integer-like keys: commands `{"10":…,"2":…}` run in ascending order here, as sent in PHP
 * - names no client sends: a bracket inside an index, `__proto__`
 * - the security filter, localized texts, databases without 4-byte UTF-8
 * - that a cloud portal keeps 50 log records per workflow, for 90 days
 * - codes 402 and 499, deleted documents (a fault can answer the codes)
 * - how long work takes: the operating meter charges each call the seconds it was told, also below 0.1 s
 * - queue servers: a step is posted from here, at once, to any address, also a private one
 * - users: AUTH_USER_ID may be any number. 0 or none: no access_token and refresh_token in the post, and the rest of
 *   `auth` stays, with user_id 0. A user "run as" set in a template is unknown here
 * - a step registered with neither Y nor N of USE_SUBSCRIPTION waits unless its template says otherwise
 * - a step whose registration went away while it waits: it can be answered, and its values are dropped
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
export type { OAuthServer, Stumble, TokenAnswer } from './oauth/contract';

/** Starts a portal on 127.0.0.1 and, at an origin of its own, its authorization server. */
export async function startPortal(options: PortalOptions = {}): Promise<Portal> {
	const servers = new Servers();
	const desk = newDesk(options, servers.origins, servers.signal);
	const door = new Door(desk, new RequestBuckets());
	const authorizePage = new AuthorizePage(desk.tokens);
	const oauth = new AuthorizationServer(
		desk.tokens,
		new TokenEndpoint(desk.tokens),
		authorizePage,
		desk.stumbles,
	);
	const portal = new StandIn(desk, door, servers, oauth);
	const listeners = {
		portal: portalRoutes(portal, door, authorizePage),
		authorizationServer: authorizationRoutes(oauth),
	};
	await servers.listen(listeners, options);
	return portal;
}
