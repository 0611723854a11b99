import type { Portal } from '../contract';
import { control } from '../control/control';
import type { AuthorizePage } from '../oauth/authorize';
import type { AuthorizationServer } from '../oauth/server';
import { pageReply } from '../page/page';
import { portalPage } from '../page/portalPage';
import type { Door } from '../rest/door';
import { readBody } from '../rest/parameters';
import { splitQuery } from './query';
import { html, send } from './reply';
import type { Listener } from './server';

/** Who answers what at the portal's origin. */
export function portalRoutes(portal: Portal, door: Door, authorizePage: AuthorizePage): Listener {
	return async (request, response) => {
		const { path, query } = splitQuery(request.url!);
		if (path.startsWith('/rest/')) return await door.open(request, response);
		if (path.startsWith('/stand-in/')) return await control(portal, request, response);
		if (path.startsWith('/page/')) return send(response, await pageReply(portal, request));
		if (/^\/oauth\/authorize\/?$/.test(path)) {
			return send(response, authorizePage.answer(request.method, query));
		}
		if (path === '/') return send(response, portalPage(portal));
		return send(response, html(404));
	};
}

export function authorizationRoutes(server: AuthorizationServer): Listener {
	return async (request, response) => {
		const { path, query } = splitQuery(request.url!);
		const form = request.method === 'POST' ? await readBody(request) : '';
		const ending = server.answer(path, query, form);
		if (ending === 'silence') return;
		if (ending === 'drop') {
			request.socket.destroy();
			return;
		}
		send(response, ending);
	};
}
