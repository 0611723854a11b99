import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import type { CredentialPlan } from '../drawing/scenario';
import type { World } from '../world/world';
import type { Server } from './authorizationServer';

/** The credentials that n8n keeps, and the authorization server behind those of OAuth2. */
export interface Credential {
	plan: CredentialPlan;
	/** A copy, as if read from the database. */
	read(): ICredentialDataDecryptedObject;
	/** Whether a portal takes this access. */
	judge(token: string): 'good' | 'expired' | 'unknown';
	/** Asks the authorization server for a new access and keeps it. */
	renew(): Promise<void>;
	/** All that nobody may ever read: the address' last part, the client's secret, tokens of now and before. */
	readonly secrets: string[];
	/** Those that a portal could quote. */
	inUse(): string[];
	/** How often a new access was asked for. */
	renewals(): number;
	heal(): void;
}

const AUTHORIZATION_SERVER = 'https://oauth.bitrix.info/oauth/token/';

export function openCredential(
	world: World,
	plan: CredentialPlan,
	number: number,
	origin: string,
	server: Server,
): Credential {
	const webhook = `w3bh00ks3cr3t${number}`;
	const clientSecret = `cl13nts3cr3t${number}000000`;
	const lifeMs = plan.expiresMs ?? Infinity;
	const tokens = new Map<string, number>();
	const secrets = plan.kind === 'webhook' ? [webhook] : [clientSecret];
	let current = issue();
	let asked = 0;

	function issue() {
		const access = `acc3sst0k3n${number}x${tokens.size}yyyy`;
		const refresh = `r3fr3sht0k3n${number}x${tokens.size}zzzz`;
		tokens.set(access, world.now() + lifeMs);
		if (plan.kind === 'oAuth2') secrets.push(access, refresh);
		return { access, refresh };
	}

	return {
		plan,
		secrets,
		inUse: () => (plan.kind === 'webhook' ? [webhook] : [current.access, current.refresh, clientSecret]),
		renewals: () => asked,
		read() {
			if (plan.flaw === 'missing') throw new Error('Credential with ID does not exist');
			if (plan.kind === 'webhook') {
				return { webhookSecret: plan.flaw === 'noAddress' ? 'no address' : `${origin}/rest/1/${webhook}/` };
			}
			return {
				portalUrl: plan.flaw === 'noAddress' ? 'http://[' : origin,
				clientId: 'local.1',
				clientSecret,
				grantType: 'authorizationCode',
				accessTokenUrl: AUTHORIZATION_SERVER,
				...(plan.flaw !== 'noAddress' && {
					oauthTokenData: {
						access_token: current.access,
						refresh_token: current.refresh,
						client_endpoint: `${origin}/rest/`,
						member_id: `member${plan.portal}`,
					},
				}),
			} as ICredentialDataDecryptedObject;
		},
		judge(token) {
			const until = tokens.get(token);
			if (until === undefined) return 'unknown';
			return world.now() < until ? 'good' : 'expired';
		},
		async renew() {
			asked += 1;
			await server(AUTHORIZATION_SERVER);
			current = issue();
		},
		heal() {
			tokens.set(current.access, Infinity);
		},
	};
}
