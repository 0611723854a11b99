import type { Parties } from './parties';

/**
 * What has to be there before a claim can be tried:
 * - `webhook`: nothing else
 * - `processes`: business processes in the plan, and in the permissions of the webhook
 * - `eventToken`: that of a process that waits; nothing is written to it
 * - `application`: an access token
 * - `steps`: an access token of an administrator, and leave to create steps
 */
export type Need = 'webhook' | 'processes' | 'eventToken' | 'application' | 'steps';

/** Something that the nodes, or the stand-in portal of the tests, take for granted of a Bitrix24 portal. */
export interface Claim {
	claim: string;
	/** The page that says so. Without one it is known from the behaviour of portals only. */
	source?: string;
	needs: Need;
	/** Asks, and returns what the portal has answered. Throws `NotTried` where this portal cannot show it. */
	try(parties: Parties): Promise<unknown>;
	/** What it answers if the claim is right; see `expectations.ts`. */
	expected: unknown;
}

/** The portal can neither prove nor disprove the claim; the message says why. */
export class NotTried extends Error {}
