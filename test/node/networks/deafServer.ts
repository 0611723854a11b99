/* eslint-disable @n8n/community-nodes/no-restricted-imports -- tests run in Node, not in n8n */
import { createServer, connect, type AddressInfo, type Socket } from 'node:net';
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { pause } from '../core/time';

export interface DeafServer {
	port: number;
	stop(): Promise<void>;
}

/** Listens, and then never accepts anybody: its thread sleeps for good. */
const LISTEN_AND_SLEEP = `
	const { parentPort } = require('node:worker_threads');
	const server = require('node:net').createServer();
	server.listen({ port: 0, host: '127.0.0.1', backlog: 1 }, () => {
		parentPort.postMessage(server.address().port);
		setTimeout(() => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0), 10);
	});
`;

/** As behind a firewall that drops packets: connection requests are swallowed, as the queue for them is full. */
export async function startDeafServer(): Promise<DeafServer> {
	const worker = new Worker(LISTEN_AND_SLEEP, { eval: true });
	const [port] = (await once(worker, 'message')) as [number];
	await pause(50);
	const waiting: Socket[] = [];
	for (let count = 0; count < 4; count += 1) {
		const socket = connect(port, '127.0.0.1').on('error', () => {});
		waiting.push(socket);
	}
	await pause(100);
	return {
		port,
		async stop() {
			for (const socket of waiting) socket.destroy();
			await worker.terminate();
		},
	};
}

/** Takes connections and says nothing. */
export async function startMuteServer(): Promise<DeafServer> {
	const sockets = new Set<Socket>();
	const server = createServer((socket) => sockets.add(socket.on('error', () => {})));
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	return {
		port: (server.address() as AddressInfo).port,
		async stop() {
			for (const socket of sockets) socket.destroy();
			server.close();
			await once(server, 'close');
		},
	};
}
