/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installPackage } from '../n8n/packed';
import { startServer } from '../n8n/server';
import { signIn } from '../n8n/session';
import { running } from './running';

/** One n8n for all test files, in a folder of its own, with the packed package installed and its log at its wordiest. */
export default async function setUp(): Promise<void> {
	const folder = mkdtempSync(join(tmpdir(), 'bizproc-log-e2e-'));
	await installPackage(folder);
	running.folder = folder;
	running.server = await startServer(folder, { logLevel: 'debug' });
	const { url, log } = running.server;
	const session = await signIn(url);
	process.env.N8N_UNDER_TEST = JSON.stringify({ url, log, folder, cookie: session.defaults.headers.cookie });
}
