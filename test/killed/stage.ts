/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Stage } from '../e2e/stage';
import { saveCredential } from '../n8n/credentials';
import { installPackage } from '../n8n/packed';
import { webhookOf } from '../n8n/portalCredentials';
import { freePort } from '../n8n/port';
import { startServer, type Server } from '../n8n/server';
import { signIn } from '../n8n/session';
import { temporaryFolder } from '../n8n/temporaryFolder';
import { until } from '../n8n/until';
import { startPortal } from '../portal/portal';
import { openLists, type Lists } from './lists';

/** When n8n was killed, in unix milliseconds: not before the one, and not after the other. */
export interface Kill {
	from: number;
	to: number;
}

/** An n8n that can be killed, with its portal. */
export interface KilledStage extends Stage {
	lists: Lists;
	/** As a power cut does. What the portal has taken by then it writes all the same. */
	kill(): Promise<Kill>;
	/** Starts it again with what it has kept. */
	start(): Promise<void>;
	close(): Promise<void>;
}

/** Slow enough to be killed in the middle of it. */
export const LATENCY_MS = 400;

export async function openKilledStage(): Promise<KilledStage> {
	const room = temporaryFolder('bizproc-killed');
	const portal = await startPortal({ latencyMs: LATENCY_MS });
	const lists = await openLists();
	let server: Server | undefined;
	const close = async () => {
		await server?.stop();
		await lists.close();
		await portal.stop();
		room.remove();
	};
	const open = async (): Promise<KilledStage> => {
		await installPackage(room.path);
		const port = await freePort();
		server = await startServer(room.path, { port });
		const { url, log } = server;
		const session = await signIn(url);
		await saveCredential(session, webhookOf(portal));
		const stage: KilledStage = {
			...{ url, log, folder: room.path, session, portal, lists, close },
			async kill() {
				const from = Date.now();
				await server!.kill();
				const to = Date.now();
				await sleep(2 * LATENCY_MS);
				return { from, to };
			},
			async start() {
				await until(`port ${port}`, 20, async () => (await freePort(port)) === port || undefined);
				server = await startServer(room.path, { port });
				stage.session = await signIn(url);
			},
		};
		return stage;
	};
	// Whatever nobody closes would keep the tests from ending.
	return await open().catch(async (error: Error) => {
		await close();
		throw error;
	});
}
