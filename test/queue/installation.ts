/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { installPackage } from '../n8n/packed';
import { freePort } from '../n8n/port';
import { startN8n, type Server } from '../n8n/server';
import { temporaryFolder, type TemporaryFolder } from '../n8n/temporaryFolder';
import { until } from '../n8n/until';
import { startPostgres } from './services/postgres';
import { startRedis } from './services/redis';

/** One of n8n's processes, with a user folder and an address of its own, as in a container. */
export interface Member {
	url: string;
	/** The file it logs to; written anew by each start. */
	log: string;
	start(): Promise<void>;
	stop(): Promise<void>;
	/** As a power cut does. */
	kill(): Promise<void>;
}

/** n8n in queue mode: main takes what comes in, workers run it. */
export interface Installation {
	main: Member;
	workers: Member[];
	close(): Promise<void>;
}

/** By default it takes n8n a minute and a half to miss a worker, and three hours to look for what nobody runs. */
const impatience = {
	QUEUE_WORKER_LOCK_DURATION: '3000',
	QUEUE_WORKER_LOCK_RENEW_TIME: '1000',
	QUEUE_WORKER_STALLED_INTERVAL: '1000',
	N8N_EXECUTIONS_QUEUE_RECOVERY_INTERVAL: '0.05',
};

/** Starts Redis, Postgres, n8n's main and its workers, each of them with the packed package installed. */
export async function openInstallation({ workers: count }: { workers: number }): Promise<Installation> {
	const room = temporaryFolder('bizproc-queue');
	const closers: Array<() => Promise<void> | void> = [room.remove];
	const close = async () => {
		for (const closer of closers.splice(0).reverse()) await closer();
	};
	const open = async (): Promise<Installation> => {
		const redis = await startRedis(room.path);
		closers.push(redis.stop);
		const postgres = await startPostgres(room.path);
		closers.push(postgres.stop);
		const environment = {
			EXECUTIONS_MODE: 'queue',
			OFFLOAD_MANUAL_EXECUTIONS_TO_WORKERS: 'true',
			...impatience,
			...redis.settings,
			...postgres.settings,
		};
		const start = async (name: string, command: string) => {
			const member = await newMember(room, name, command, environment);
			await member.start();
			closers.push(member.stop);
			return member;
		};
		// Main makes the tables, so it comes first.
		const main = await start('main', 'start');
		const workers: Member[] = [];
		while (workers.length < count) workers.push(await start(`worker-${workers.length + 1}`, 'worker'));
		return { main, workers, close };
	};
	// Whatever nobody closes would keep the tests from ending.
	return await open().catch(async (error: Error) => {
		await close();
		throw error;
	});
}

async function newMember(
	room: TemporaryFolder,
	name: string,
	command: string,
	environment: Record<string, string>,
): Promise<Member> {
	const folder = join(room.path, name);
	mkdirSync(folder);
	await installPackage(folder);
	const port = await freePort();
	let server: Server | undefined;
	return {
		url: `http://127.0.0.1:${port}`,
		log: join(folder, 'n8n.log'),
		async start() {
			// A process that was killed may take a moment to let go of it.
			await until(`port ${port}`, 20, async () => (await freePort(port)) === port || undefined);
			server = await startN8n(folder, [command], { port, environment });
		},
		stop: async () => await server?.stop(),
		kill: async () => await server?.kill(),
	};
}
