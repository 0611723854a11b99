/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Home {
	folder: string;
	close(): void;
}

/** Where the demo's n8n keeps its data: in the repository, to be used again the next time. */
export function lastingHome(): Home {
	const folder = join(__dirname, '..', '..', '.demo');
	mkdirSync(folder, { recursive: true });
	return { folder, close: () => undefined };
}

/** For a single run: a folder that is gone afterwards. */
export function passingHome(): Home {
	const folder = mkdtempSync(join(tmpdir(), 'bizproc-log-demo-'));
	return { folder, close: () => rmSync(folder, { recursive: true, force: true }) };
}
