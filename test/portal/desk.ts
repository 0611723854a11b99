import { randomBytes } from 'node:crypto';
import { randomText, TokenSigner } from './bizproc/token';
import { Workflows } from './bizproc/workflows';
import type { PortalOptions } from './contract';
import { Faults } from './faults/queue';
import { OperatingMeter } from './limits/operatingMeter';
import { type Origins, Tokens } from './oauth/tokens';
import type { MoodName } from './moods/moods';
import type { Rules } from './options';
import { Templates } from './processes/templates';
import { Registrations } from './registration/registrations';

/** What every room of the portal works with. */
export interface Desk {
	rules: Rules;
	webhook: { userId: string; secret: string; revoked: boolean };
	signer: TokenSigner;
	workflows: Workflows;
	templates: Templates;
	registrations: Registrations;
	tokens: Tokens;
	/** Constant for one installation of the application. */
	applicationToken: string;
	faults: Faults;
	mood: MoodName;
	/** Those of the token endpoint. */
	stumbles: Faults;
	/** Where requests to any other address of the portal are sent on to. */
	movedTo?: string;
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
	admin: true,
	zone: 'UTC',
};

/** A new portal's state. The origins are filled in once its servers listen. */
export function newDesk(options: PortalOptions, origins: Origins, closing: AbortSignal): Desk {
	const rules = { ...DEFAULT_RULES, ...options };
	const signer = new TokenSigner(randomText(32));
	const registrations = new Registrations();
	return {
		rules,
		webhook: { userId: '1', secret: randomText(16), revoked: false },
		signer,
		workflows: new Workflows(signer),
		templates: new Templates(registrations),
		registrations,
		tokens: new Tokens(rules, randomBytes(16).toString('hex'), origins),
		applicationToken: randomBytes(16).toString('hex'),
		faults: new Faults(),
		mood: 'normal',
		stumbles: new Faults(),
		meter: new OperatingMeter(),
		closing,
	};
}
