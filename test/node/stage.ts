import type { IDataObject, INodeExecutionData, IRun } from 'n8n-workflow';
import { startPortal } from '../portal/portal';
import type { Portal, PortalOptions } from '../portal/contract';
import { CredentialStore } from './credentialStore';
import { keepMarks, type KeptMarks } from './keptMarks';
import { openEngine, type Engine, type Execution } from './engine';
import { inLine, LOG, type Scene } from './plans';

/** A portal, an engine, and the node under test between a first node and one behind each of its outputs. */
export interface Stage {
	portal: Portal;
	engine: Engine;
	/** What n8n's database keeps. */
	kept: KeptMarks;
	credentials: CredentialStore;
	run(scene: Scene): Promise<Ending>;
	start(scene: Scene): Execution;
	/** Goes on from a failed run as n8n's Retry button does. */
	retry(scene: Scene, failed: IRun): Promise<Ending>;
	close(): Promise<void>;
}

/** How an execution ended, as a user sees it. */
export interface Ending {
	run: IRun;
	/** Items that left by the regular output. */
	passed: INodeExecutionData[];
	/** Items that left by the error output. */
	failed: INodeExecutionData[];
	/** The error that ended the node, if one did. */
	error?: { message: string; description?: string; context: IDataObject };
}

export async function openStage(options: PortalOptions = {}): Promise<Stage> {
	const kept = await keepMarks();
	const portal = await startPortal(options);
	const credentials = new CredentialStore();
	credentials.add('webhook', { webhookSecret: portal.webhookUrl });
	credentials.add('oauth2', connectedTo(portal));
	const engine = await openEngine(credentials);

	return {
		portal,
		kept,
		engine,
		credentials,
		start: (scene) => engine.start(inLine(scene)),
		run: async (scene) => toEnding(await engine.start(inLine(scene)).finished, scene.nodeName),
		retry: async (scene, failed) =>
			toEnding(await engine.retry(inLine(scene), failed).finished, scene.nodeName),
		close: async () => await portal.stop(),
	};
}

/** An OAuth2 credential as n8n holds it after "Connect my account". */
export function connectedTo(portal: Portal): IDataObject & Record<string, never> {
	return {
		portalUrl: portal.url,
		authorizationServer: portal.oauth.url,
		clientId: portal.oauth.application.clientId,
		clientSecret: portal.oauth.application.clientSecret,
		grantType: 'authorizationCode',
		authentication: 'body',
		authUrl: `${portal.url}/oauth/authorize/`,
		accessTokenUrl: `${portal.oauth.url}/oauth/token/`,
		scope: '',
		oauthTokenData: { ...portal.oauth.issueTokens() },
	} as never;
}

/** @param name of the node under test */
export function toEnding(run: IRun, name: string = LOG): Ending {
	const { runData, error } = run.data.resultData;
	const outputs = runData[name]?.at(-1)?.data?.main ?? [];
	return { run, passed: outputs[0] ?? [], failed: outputs[1] ?? [], error: error as Ending['error'] };
}
