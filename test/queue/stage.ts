/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Stage } from '../e2e/stage';
import { saveCredential } from '../n8n/credentials';
import { connectApplication, webhookOf } from '../n8n/portalCredentials';
import { signIn } from '../n8n/session';
import { startPortal } from '../portal/portal';
import { openInstallation, type Installation, type Member } from './installation';

/** n8n in queue mode, and a portal to which both of n8n's credentials belong. */
export interface QueueStage extends Stage {
	installation: Installation;
	close(): Promise<void>;
}

export async function openQueueStage(options: { workers: number }): Promise<QueueStage> {
	const portal = await startPortal();
	const open = async (installation: Installation): Promise<QueueStage> => {
		const { url, log } = installation.main;
		const session = await signIn(url);
		await saveCredential(session, webhookOf(portal));
		await connectApplication(session, url, portal);
		const close = async () => {
			await installation.close();
			await portal.stop();
		};
		return { url, log, folder: dirname(log), session, portal, installation, close };
	};
	const installation = await openInstallation(options).catch(async (error: Error) => {
		await portal.stop();
		throw error;
	});
	return await open(installation).catch(async (error: Error) => {
		await installation.close();
		await portal.stop();
		throw error;
	});
}

/** The executions that a worker has started, by what it says in its log. */
export const executionsStartedBy = ({ log }: Member): string[] =>
	[...readFileSync(log, 'utf8').matchAll(/Worker started execution (\d+)/g)].map(([, id]) => id);
