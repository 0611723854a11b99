import { openAccounts, type Accounts } from './limits/accounts';
import { openDoor, type Door } from './limits/door';
import { openPace } from './limits/pace/pace';
import { openPortalTime, type PortalTime } from './portalTime';
import type { Clock } from './wire/clock';
import { readCredential, type Authentication, type Caller } from './wire/credential';
import type { Send, Whereabouts } from './wire/send';
import { openTransport } from './wire/transport';

/** What this process has learnt about a portal. All executions share it, for the portal counts them together. */
interface KnownPortal extends Whereabouts {
	door: Door;
	accounts: Accounts;
	time: PortalTime;
}

/** A way to one portal, with one credential. */
export interface Connection {
	portal: KnownPortal;
	/** Tells credentials apart; no secret. */
	credential: string;
	send: Send;
}

/** The portals that this process knows, by origin: webhooks and applications of a portal share its limit of requests. */
export interface Portals {
	connect(context: Caller, authentication: Authentication): Promise<Connection>;
}

/** @param random in [0, 1), so that several processes do not knock at the same moment */
export function openPortals(clock: Clock, random: () => number): Portals {
	const known = new Map<string, KnownPortal>();

	function at(origin: string): KnownPortal {
		const portal = known.get(origin) ?? meet(clock, random);
		known.set(origin, portal);
		return portal;
	}

	return {
		async connect(context, authentication) {
			const credential = await readCredential(context, authentication);
			const { base, name } = credential;
			const portal = at(base === undefined ? '' : new URL(base).origin);
			return { portal, credential: name, send: openTransport(context, credential, portal) };
		},
	};
}

function meet(clock: Clock, random: () => number): KnownPortal {
	const accounts = openAccounts();
	const door = openDoor(clock, openPace(random), accounts);
	return { clock, accounts, door, time: openPortalTime(), renewals: new Map() };
}
