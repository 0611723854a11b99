import { type Portal, startPortal } from '../portal';
import { get, post } from './client';

let portal: Portal;
beforeEach(async () => {
	portal = await startPortal();
});
afterEach(async () => await portal.stop());

const token = async () => await post(`${portal.oauth.url}/oauth/token/`);

it('refuses connections while it is offline, and is the same portal when it comes back', async () => {
	const { workflowId, eventToken } = portal.startWorkflow();
	const log = async (LOG_MESSAGE: string) =>
		await post(`${portal.webhookUrl}bizproc.activity.log`, { EVENT_TOKEN: eventToken, LOG_MESSAGE });
	await portal.goOffline();
	await expect(log('lost')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
	expect((await token()).status).toBe(400);
	await portal.comeBack();
	expect((await log('kept')).data.result).toBe(true);
	expect(portal.log(workflowId)).toEqual(['kept']);
});

it('cuts the connections that are open when it goes offline', async () => {
	portal.fault({ kind: 'silence' });
	const waiting = get(`${portal.webhookUrl}profile`);
	waiting.catch(() => {});
	while (portal.requests.length === 0) await get(portal.url);
	await portal.goOffline();
	await expect(waiting).rejects.toMatchObject({ code: 'ECONNRESET' });
});

it('goes offline without its authorization server, and the other way round', async () => {
	await portal.goOffline('authorizationServer');
	await expect(token()).rejects.toMatchObject({ code: 'ECONNREFUSED' });
	expect((await get(`${portal.webhookUrl}profile`)).status).toBe(200);
	await portal.comeBack('authorizationServer');
	expect((await token()).status).toBe(400);
});

it('stops while it is offline', async () => {
	await portal.goOffline();
	await portal.stop();
	await expect(token()).rejects.toMatchObject({ code: 'ECONNREFUSED' });
});
