/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { installPackage } from '../../n8n/packed';
import { startServer } from '../../n8n/server';
import { signIn, type Session } from '../../n8n/session';
import { temporaryFolder } from '../../n8n/temporaryFolder';
import { startPostgres } from '../../queue/services/postgres';
import type { Service } from '../../queue/services/service';

export type DatabaseName = 'SQLite' | 'Postgres';

export interface Usage {
	processorSeconds: number;
	peakMemory: number;
}

/** A whole n8n of its own. */
export interface MeasuredN8n {
	url: string;
	session: Session;
	/** What its process has used so far. */
	usage(): Promise<Usage>;
	stop(): Promise<void>;
}

/** n8n writes it down every tenth of a second. */
const WRITTEN_MS = 250;

/** @param withNote false: the node's note in n8n's database is taken out of the installed package */
export async function startMeasuredN8n(database: DatabaseName, withNote: boolean): Promise<MeasuredN8n> {
	const room = temporaryFolder('bizproc-bench');
	const usageFile = join(room.path, 'usage.json');
	let postgres: Service | undefined;
	const open = async (): Promise<MeasuredN8n> => {
		if (database === 'Postgres') postgres = await startPostgres(room.path);
		await installPackage(room.path);
		if (!withNote) takeNoteOut(room.path);
		const server = await startServer(room.path, {
			environment: {
				...postgres?.settings,
				NODE_OPTIONS: `--import ${join(__dirname, 'usage.mjs')}`,
				BENCH_USAGE: usageFile,
			},
		});
		return {
			url: server.url,
			session: await signIn(server.url),
			async usage() {
				await sleep(WRITTEN_MS);
				return JSON.parse(readFileSync(usageFile, 'utf8')) as Usage;
			},
			async stop() {
				await server.stop();
				await postgres?.stop();
				room.remove();
			},
		};
	};
	return await open().catch(async (error: Error) => {
		await postgres?.stop();
		room.remove();
		throw error;
	});
}

function takeNoteOut(folder: string): void {
	const note = 'node_modules/n8n-nodes-bitrix24-bizproc/dist/nodes/items/memory/runNote.js';
	writeFileSync(join(folder, '.n8n/nodes', note), 'exports.openRunNote = () => undefined;');
}
