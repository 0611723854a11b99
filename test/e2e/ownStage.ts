/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installPackage } from '../n8n/packed';
import { connectApplication } from '../n8n/portalCredentials';
import { startServer, type Server } from '../n8n/server';
import { signIn } from '../n8n/session';
import { startPortal } from '../portal/portal';
import type { Stage } from './stage';

/** An n8n that no other test file uses, so that it can be restarted, and a portal it is connected to. */
export interface OwnStage extends Stage {
	/** Ends n8n and starts it again at the same port with what it kept. `environment`: settings for this time only. */
	restartN8n(environment?: Record<string, string>): Promise<void>;
	close(): Promise<void>;
}

export async function openOwnStage(): Promise<OwnStage> {
	const folder = mkdtempSync(join(tmpdir(), 'bizproc-e2e-'));
	const portal = await startPortal();
	let server: Server | undefined;
	const close = async () => {
		await server?.stop();
		await portal.stop();
		rmSync(folder, { recursive: true, force: true });
	};
	const open = async (): Promise<OwnStage> => {
		await installPackage(folder);
		server = await startServer(folder);
		const { url, log } = server;
		const stage: OwnStage = {
			...{ folder, url, log, portal, session: await signIn(url), close },
			async restartN8n(environment) {
				await server?.stop();
				server = await startServer(folder, { port: Number(new URL(url).port), environment });
				stage.session = await signIn(url);
			},
		};
		await connectApplication(stage.session, url, portal);
		return stage;
	};
	// Whatever nobody closes would keep the tests from ending.
	return await open().catch(async (error: Error) => {
		await close();
		throw error;
	});
}
