import type { Renewal } from '../drawing/faults';
import type { World } from '../world/world';

/** What the authorization server does, in turn for all who ask. */
export type Server = (address: string) => Promise<void>;

/** The authorization server's client throws errors of its own. */
export class AuthorizationError extends Error {
	constructor(
		message: string,
		readonly body: unknown,
		readonly code: string | undefined,
		readonly status?: number,
	) {
		super(message);
	}
}

/** @param renewals what becomes of the first, second, …; those beyond are granted */
export function openServer(
	world: World,
	renewals: Renewal[],
	random: () => number,
	unreachable: (code: string, address: string) => Error,
): Server {
	let count = 0;

	return async (address) => {
		const renewal: Renewal = renewals[count] ?? { kind: 'granted' };
		count += 1;
		const ms = renewal.kind === 'silence' ? 300_000 : 1 + random() * 300;
		await new Promise<void>((resolve) => world.at(world.now() + ms, resolve));
		switch (renewal.kind) {
			case 'granted':
				return;
			case 'refused':
				throw new AuthorizationError('Invalid grant', { error: 'invalid_grant' }, 'EAUTH');
			case 'unreachable':
				throw unreachable(renewal.code, address);
			case 'silence':
				throw unreachable('ECONNABORTED', address);
			case 'page':
				throw renewal.status >= 400
					? new AuthorizationError(`HTTP status ${renewal.status}`, '<html>', 'ESTATUS', renewal.status)
					: new AuthorizationError('Expected JSON response', '<html>', undefined, renewal.status);
		}
	};
}
