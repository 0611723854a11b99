import { randomBytes } from 'node:crypto';
import { randomText, TokenSigner } from './bizproc/token';
import { Workflows } from './bizproc/workflows';
import type { PortalOptions } from './contract';
import { Faults } from './faults/queue';
import { OperatingMeter } from './limits/operatingMeter';
import { type Origins, Tokens } from './oauth/tokens';
import type { Rules } from './options';

/** What every room of the portal works with. */
export interface Desk {
	rules: Rules;
	webhook: { userId: string; secret: string; revoked: boolean };
	signer: TokenSigner;
	workflows: Workflows;
	tokens: Tokens;
	faults: Faults;
	meter: OperatingMeter;
	/** Aborted when the portal stops, so that nothing waits on. */
	closing: AbortSignal;
}

const DEFAULT_RULES: Rules = {
	scope: ['bizproc'],
	tariff: {},
	latencyMs: 0,
	commandMs: 0,
	credentialStatus: 401,
	accessTokenSeconds: 3600,
	log: {},
};

/** A new portal's state. The origins are filled in once its servers listen. */
export function newDesk(options: PortalOptions, origins: Origins, closing: AbortSignal): Desk {
	const rules = { ...DEFAULT_RULES, ...options };
	const signer = new TokenSigner(randomText(32));
	return {
		rules,
		webhook: { userId: '1', secret: randomText(16), revoked: false },
		signer,
		workflows: new Workflows(signer),
		tokens: new Tokens(rules, randomBytes(16).toString('hex'), origins),
		faults: new Faults(),
		meter: new OperatingMeter(),
		closing,
	};
}
