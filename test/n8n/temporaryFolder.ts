/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface TemporaryFolder {
	path: string;
	remove(): void;
}

/** A new folder that is removed at the latest when the calling process is gone, however that ends. */
export function temporaryFolder(name: string): TemporaryFolder {
	const path = mkdtempSync(join(tmpdir(), `${name}-`));
	const sweeper = spawn(process.execPath, [join(__dirname, 'sweeper.mjs'), path], {
		stdio: ['pipe', 'ignore', 'ignore'],
		detached: true,
	});
	sweeper.unref();
	return {
		path,
		remove() {
			rmSync(path, { recursive: true, force: true });
			sweeper.kill();
		},
	};
}
