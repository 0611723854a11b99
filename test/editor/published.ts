/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

const FOLDER = join(__dirname, '..', '..', 'examples');

/** Gives out the examples by address, as the web does once the package is published. */
export async function publishExamples() {
	const server = createServer((request, response) => {
		response.setHeader('Content-Type', 'application/json');
		response.end(readFileSync(join(FOLDER, request.url!)));
	}).listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	return {
		addressOf: (name: string) => `http://127.0.0.1:${port}/${name}.json`,
		close: async () => {
			server.closeAllConnections();
			server.close();
			await once(server, 'close');
		},
	};
}
