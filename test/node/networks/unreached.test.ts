/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- tests run in Node, not in n8n */
import { createServer as createHttp, type Server } from 'node:http';
import { createServer as createHttps } from 'node:https';
import { once } from 'node:events';
import type { AddressInfo, Server as NetServer, Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { generate } from 'selfsigned';
import { pause } from '../core/time';
import { CONTINUE, details, outcomes } from '../lines';
import { openStage, type Stage } from '../stage';
import { startDeafServer, startMuteServer } from './deafServer';

/** `unknown` is said only when bytes of the request may have come to the portal. Before that it is `notSent`. */

let stage: Stage;
const closings: Array<() => Promise<void> | void> = [];
beforeAll(async () => {
	stage = await openStage();
});
afterEach(async () => {
	for (const close of closings.splice(0)) await close();
});
afterAll(async () => await stage.close());

const items = Array.from({ length: 3 }, (_, index) => ({
	eventToken: `66e412fdc9bd${index}.36306590|A1|sign`,
	message: `line ${index}`,
}));

async function listen(server: NetServer): Promise<number> {
	const sockets = new Set<Socket>();
	server.on('connection', (socket: Socket) => sockets.add(socket.on('error', () => {})));
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	closings.push(async () => {
		for (const socket of sockets) socket.destroy();
		server.close();
		await once(server, 'close');
	});
	return (server.address() as AddressInfo).port;
}

/** Three lines to a portal at this address, with a Max Wait too short for a second try. */
async function writeTo(address: string) {
	const webhook = stage.credentials.add(address, { webhookSecret: `${address}/rest/1/s3cr3ts3cr3t/` });
	const { failed, error } = await stage.run({
		items,
		settings: { ...CONTINUE, credentials: { bitrix24WebhookApi: webhook } },
		parameters: { options: { maxWaitSeconds: 0 } },
	});
	expect(error).toBeUndefined();
	expect(failed).toHaveLength(3);
	const [first] = failed;
	return {
		outcomes: outcomes(failed),
		says: `${String(first.json.error)} ${String(details(first).nextStep)}`,
	};
}

const allNotSent = { notSent: 3 };

it.each(['http', 'https'])(
	'Packets dropped by a firewall, %s: given up after about 15 seconds',
	async (scheme) => {
		const server = await startDeafServer();
		closings.push(server.stop);
		const startedMs = Date.now();
		const told = await writeTo(`${scheme}://127.0.0.1:${server.port}`);
		expect(told.outcomes).toEqual(allNotSent);
		expect(told.says).toContain('could not be reached');
		expect(Date.now() - startedMs).toBeLessThan(30_000);
	},
);

it('A TLS handshake that hangs is connecting, too', async () => {
	const server = await startMuteServer();
	closings.push(server.stop);
	const told = await writeTo(`https://127.0.0.1:${server.port}`);
	expect(told.outcomes).toEqual(allNotSent);
});

it('A portal that was reached and then says nothing is no such case: nobody knows what it has done', async () => {
	const { eventToken } = stage.portal.startWorkflow();
	stage.portal.fault({ kind: 'silence', ran: true });
	const execution = stage.start({ items: [{ eventToken, message: 'x' }], settings: CONTINUE });
	await pause(17_000);
	expect(stage.portal.requests.filter(({ method }) => method === 'bizproc.activity.log')).toHaveLength(1);
	expect(stage.portal.requests.at(-1)?.status).toBe(null);
	execution.stop();
	await execution.finished;
	stage.portal.clear();
});

it('https spoken to a plain port names http and https', async () => {
	const port = await listen(createHttp((_, answer) => answer.end('{}')));
	const { outcomes: counts, says } = await writeTo(`https://127.0.0.1:${port}`);
	expect(counts).toEqual(allNotSent);
	expect(says).toMatch(/http:\/\/ or https:\/\//);
});

it('A certificate of an authority that nobody knows names the certificate and n8n’s setting', async () => {
	const { private: key, cert } = await generate([{ name: 'commonName', value: '127.0.0.1' }]);
	const port = await listen(createHttps({ key, cert }, (_, answer) => answer.end('{}')));
	const { outcomes: counts, says } = await writeTo(`https://127.0.0.1:${port}`);
	expect(counts).toEqual(allNotSent);
	expect(says).toMatch(/certificate/);
	expect(says).toMatch(/NODE_EXTRA_CA_CERTS/);
});

describe('A proxy in front of an encrypted portal', () => {
	const before = { ...process.env };
	afterEach(() => {
		delete process.env.HTTPS_PROXY;
		Object.assign(process.env, before);
	});

	type Answer = (socket: Duplex) => void;
	const says =
		(status: string): Answer =>
		(socket) =>
			socket.end(`HTTP/1.1 ${status}\r\nContent-Length: 2\r\n\r\nno`);

	async function through(answer: Answer) {
		const proxy: Server = createHttp();
		proxy.on('connect', (_request, socket) => answer(socket.on('error', () => {})));
		process.env.HTTPS_PROXY = `http://127.0.0.1:${await listen(proxy)}`;
		process.env.NO_PROXY = '';
		return await writeTo('https://portal.example');
	}

	it.each<[string, Answer, RegExp]>([
		['wants a password', says('407 Proxy Authentication Required'), /proxy.*refused[^]*HTTPS_PROXY/i],
		['forbids the address', says('403 Forbidden'), /proxy.*refused[^]*HTTPS_PROXY/i],
		['cannot reach it', says('502 Bad Gateway'), /proxy.*could not reach/i],
		['has no way for it', says('503 Service Unavailable'), /proxy.*could not reach/i],
		['closes at once', (socket) => socket.destroy(), /could not be reached/],
		['closes in the middle of its answer', (socket) => socket.end('HTTP/1.1 2'), /could not be reached/],
		['makes no tunnel and says nothing', () => {}, /could not be reached/],
	])('that %s: nothing was sent', async (_name, answer, words) => {
		const told = await through(answer);
		expect(told.outcomes).toEqual(allNotSent);
		expect(told.says).toMatch(words);
	});
});

it('No request goes out on a connection that the portal may have closed meanwhile: each has its own', async () => {
	let connections = 0;
	const server = createHttp({ keepAlive: true }, (_, answer) => answer.end('{"result":true}'));
	server.on('connection', () => (connections += 1));
	const port = await listen(server);
	const webhook = stage.credentials.add('kept', {
		webhookSecret: `http://127.0.0.1:${port}/rest/1/s3cr3ts3cr3t/`,
	});
	const settings = { credentials: { bitrix24WebhookApi: webhook } };
	for (const item of items) expect((await stage.run({ items: [item], settings })).passed).toHaveLength(1);
	expect(connections).toBe(3);
});
