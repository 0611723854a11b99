/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { Agent } from 'node:https';
import { setTimeout as sleep } from 'node:timers/promises';
import { generate } from 'selfsigned';
import { type Portal, type PortalOptions, startPortal } from '../portal';
import { readBody } from '../rest/parameters';
import { get, post } from './client';
import { openServer } from './server';

let portal: Portal;
const start = async (options?: PortalOptions) => (portal = await startPortal(options));
afterEach(async () => await portal.stop());

const onlyThisTime = { httpsAgent: new Agent({ rejectUnauthorized: false }) };

async function newTlsKeys() {
	const { private: key, cert } = await generate([{ name: 'commonName', value: '127.0.0.1' }]);
	return { key, cert };
}

it('serves the portal and its authorization server by https when given keys', async () => {
	await start({ tls: await newTlsKeys() });
	const { status } = await get(`${portal.webhookUrl}profile`, onlyThisTime);
	const token = await get(`${portal.oauth.url}/oauth/token/`, onlyThisTime);
	expect(portal.url).toMatch(/^https:\/\/127\.0\.0\.1:\d+$/);
	expect([status, token.status]).toEqual([200, 400]);
});

it('answers by https at a second address', async () => {
	await start();
	const origin = await portal.answerAlsoAt({ tls: await newTlsKeys() });
	const address = portal.webhookUrl.replace(portal.url, origin);
	const { status } = await get(`${address}profile`, onlyThisTime);
	expect(status).toBe(200);
});

it.each<[string, () => void]>([
	['is kept waiting', () => portal.setLimits({ latencyMs: 60_000 })],
	['is never answered', () => portal.fault({ kind: 'silence' })],
])('stops at once while a request %s', async (_how, hold) => {
	await start();
	hold();
	const waiting = get(`${portal.webhookUrl}profile`);
	waiting.catch(() => {});
	await get(portal.url);
	await portal.stop();
	await expect(waiting).rejects.toMatchObject({ code: 'ECONNRESET' });
	await expect(get(portal.url)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
});

it('does not go on with what it was doing after it stopped', async () => {
	await start({ commandMs: 100 });
	const { workflowId, eventToken } = portal.startWorkflow();
	const params = { EVENT_TOKEN: eventToken, LOG_MESSAGE: 'too late' };
	const waiting = post(`${portal.webhookUrl}bizproc.activity.log`, params);
	waiting.catch(() => {});
	while (!portal.workflows()[0].busy) await sleep(1);
	await portal.stop();
	await sleep(200);
	expect(portal.log(workflowId)).toEqual([]);
});

it('answers 500 with the reason when a listener fails after it has read the body', async () => {
	await start();
	const server = await openServer(async (request) => {
		await readBody(request);
		throw new Error('a mistake of ours');
	});
	const { status, data } = await post(server.origin, { some: 'body' });
	await server.close();
	expect([status, data]).toEqual([500, 'a mistake of ours']);
});

it('fails to start on a port that is taken', async () => {
	await start();
	const taken = startPortal({ port: Number(new URL(portal.url).port) });
	await expect(taken).rejects.toMatchObject({ code: 'EADDRINUSE' });
});
