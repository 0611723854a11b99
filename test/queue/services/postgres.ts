/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { execFile } from 'node:child_process';
import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { freePort } from '../../n8n/port';
import { startProgram } from '../../n8n/program';
import { programs } from './programs';
import type { Service } from './service';

const START_SECONDS = 60;
const USER = 'n8n';

/** The user that Debian's package makes: Postgres refuses to run as root. */
const SYSTEM_USER = 'postgres';

/** n8n's database, new and empty. It asks for no password and does not care for a power cut. */
export async function startPostgres(folder: string): Promise<Service> {
	const { postgres } = programs();
	const data = join(folder, 'postgres');
	await makeRoom(folder, data);
	const initialize = [
		'--pgdata',
		data,
		'--username',
		USER,
		'--auth',
		'trust',
		'--encoding',
		'UTF8',
		'--no-sync',
	];
	await run(asOrdinaryUser([join(postgres, 'initdb'), ...initialize]));
	const port = String(await freePort());
	const { stop } = await startProgram({
		name: 'Postgres',
		command: asOrdinaryUser([
			join(postgres, 'postgres'),
			...['-D', data, '-h', '127.0.0.1', '-p', port],
			...['-c', 'unix_socket_directories=', '-c', 'fsync=off'],
		]),
		environment: { PATH: process.env.PATH },
		log: join(folder, 'postgres.log'),
		startSeconds: START_SECONDS,
		isUp: async () => {
			await run([join(postgres, 'pg_isready'), '--host', '127.0.0.1', '--port', port]);
			return true;
		},
	});
	const settings = {
		DB_TYPE: 'postgresdb',
		DB_POSTGRESDB_HOST: '127.0.0.1',
		DB_POSTGRESDB_PORT: port,
		DB_POSTGRESDB_USER: USER,
		DB_POSTGRESDB_DATABASE: 'postgres',
	};
	return { settings, stop };
}

const isRoot = () => process.getuid?.() === 0;

const asOrdinaryUser = (command: string[]): string[] =>
	isRoot()
		? ['setpriv', `--reuid=${SYSTEM_USER}`, `--regid=${SYSTEM_USER}`, '--clear-groups', ...command]
		: command;

/** A folder of root's is closed to others; the way to the data must be open. */
async function makeRoom(folder: string, data: string): Promise<void> {
	mkdirSync(data, { mode: 0o700 });
	if (!isRoot()) return;
	chmodSync(folder, 0o711);
	await run(['chown', SYSTEM_USER, data]);
}

async function run([program, ...words]: string[]): Promise<void> {
	await promisify(execFile)(program, words, { cwd: '/' });
}
