/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { freePort } from '../../n8n/port';
import { startProgram } from '../../n8n/program';
import { programs } from './programs';
import type { Service } from './service';

const START_SECONDS = 30;

/** n8n's queue. It keeps nothing on disk. */
export async function startRedis(folder: string): Promise<Service> {
	const { redis } = programs();
	const port = await freePort();
	const { stop } = await startProgram({
		name: 'Redis',
		command: [
			join(redis, 'redis-server'),
			...['--bind', '127.0.0.1', '--port', String(port)],
			...['--dir', folder, '--save', '', '--appendonly', 'no'],
		],
		environment: { PATH: process.env.PATH },
		log: join(folder, 'redis.log'),
		startSeconds: START_SECONDS,
		isUp: async () => {
			const { stdout } = await promisify(execFile)(join(redis, 'redis-cli'), ['-p', String(port), 'ping']);
			return stdout.trim() === 'PONG';
		},
	});
	return {
		settings: { QUEUE_BULL_REDIS_HOST: '127.0.0.1', QUEUE_BULL_REDIS_PORT: String(port) },
		stop,
	};
}
