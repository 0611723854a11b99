/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import axios from 'axios';
import { join } from 'node:path';
import { nodeForN8n } from './node';
import { freePort } from './port';
import { startProgram, type Program } from './program';
import { settings, type ServerPlace } from './settings';
import { n8nFolder } from './version';

const START_SECONDS = 180;

export interface Server extends Program {
	url: string;
}

export interface ServerOptions extends Partial<Pick<ServerPlace, 'logLevel' | 'environment'>> {
	/** Taken if it is free, else another one is. */
	port?: number;
}

/**
 * Starts n8n in a folder of its own, listening on 127.0.0.1 only, and waits until it answers.
 * n8n does not outlive the calling process, however that ends.
 *
 * @throws with the last lines of its log when it does not come up.
 */
export async function startServer(folder: string, options: ServerOptions = {}): Promise<Server> {
	return await startN8n(folder, ['start'], options);
}

/**
 * The same for any of n8n's commands that serves until it is ended, such as a worker.
 * @param words the command and its flags
 */
export async function startN8n(
	folder: string,
	words: string[],
	{ port = 0, logLevel = 'info', environment = {} }: ServerOptions = {},
): Promise<Server> {
	const node = nodeForN8n().program;
	const ownPort = await freePort(port);
	const brokerPort = await freePort();
	const url = `http://127.0.0.1:${ownPort}`;
	const program = await startProgram({
		name: `n8n ${words[0]}`,
		command: [node, join(n8nFolder, 'node_modules/n8n/bin/n8n'), ...words],
		environment: settings({ folder, port: ownPort, brokerPort, node, logLevel, environment }),
		log: join(folder, 'n8n.log'),
		startSeconds: START_SECONDS,
		isUp: async () => (await axios.get(`${url}/healthz/readiness`, { proxy: false })).status === 200,
	});
	return { ...program, url };
}
