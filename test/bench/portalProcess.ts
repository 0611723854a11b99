/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { connectPortal, type RemotePortal } from '../portal/remote';

export interface PortalProcess {
	url: string;
	webhookUrl: string;
	portal: RemotePortal;
	stop(): Promise<void>;
}

/** The stand-in portal in a process of its own, which ends with this one. */
export async function startPortalProcess(): Promise<PortalProcess> {
	const main = join(__dirname, '..', 'portal', 'main.ts');
	const child = spawn(process.execPath, ['--import', 'tsx', main, '--with-parent'], {
		stdio: ['pipe', 'pipe', 'inherit'],
	});
	const ended = once(child, 'exit');
	const [firstLine] = (await Promise.race([
		once(child.stdout, 'data'),
		ended.then(() => {
			throw new Error('The stand-in portal did not start.');
		}),
	])) as [Buffer];
	const { url, webhookUrl } = JSON.parse(firstLine.toString()) as { url: string; webhookUrl: string };
	return {
		url,
		webhookUrl,
		portal: connectPortal(url),
		async stop() {
			child.stdin.end();
			await ended;
		},
	};
}
