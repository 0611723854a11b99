/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions */
import axios from 'axios';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { nodeForN8n } from './node';
import { freePort } from './port';
import { settings, type ServerPlace } from './settings';
import { until } from './until';

const START_SECONDS = 180;

export interface Server {
	url: string;
	/** The file with everything n8n prints. */
	log: string;
	/** Ends n8n and all it started; returns when nothing is left. */
	stop(): Promise<void>;
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
export async function startServer(
	folder: string,
	{ port = 0, logLevel = 'info', environment = {} }: ServerOptions = {},
): Promise<Server> {
	const node = nodeForN8n().program;
	const ownPort = await freePort(port);
	const brokerPort = await freePort();
	const url = `http://127.0.0.1:${ownPort}`;
	const log = join(folder, 'n8n.log');
	const output = openSync(log, 'w');
	const keeper = spawn(
		process.execPath,
		[join(__dirname, 'keeper.mjs'), node, join(__dirname, 'node_modules/n8n/bin/n8n'), 'start'],
		{
			env: settings({ folder, port: ownPort, brokerPort, node, logLevel, environment }),
			stdio: ['pipe', output, output],
			detached: true,
		},
	);
	closeSync(output);
	await until('n8n to start', START_SECONDS, async () => await answers(url, keeper)).catch(
		async (error: Error) => {
			await end(keeper);
			throw new Error(`${error.message}\n${lastLines(log)}`);
		},
	);
	return { url, log, stop: async () => await end(keeper) };
}

async function answers(url: string, keeper: ChildProcess): Promise<true | undefined> {
	if (keeper.exitCode !== null || keeper.signalCode !== null) throw new Error('n8n ended by itself.');
	const healthy = await axios.get(`${url}/healthz/readiness`, { proxy: false }).catch(() => undefined);
	return healthy && true;
}

async function end(keeper: ChildProcess): Promise<void> {
	if (keeper.exitCode !== null || keeper.signalCode !== null) return;
	const ended = once(keeper, 'exit');
	keeper.stdin?.end();
	await ended;
}

const lastLines = (log: string) => readFileSync(log, 'utf8').trim().split('\n').slice(-20).join('\n');
