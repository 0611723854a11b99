/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { rmSync } from 'node:fs';
import { running } from './running';

export default async function tearDown(): Promise<void> {
	await running.server?.stop();
	if (running.folder) rmSync(running.folder, { recursive: true, force: true });
}
