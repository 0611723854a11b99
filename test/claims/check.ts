import type { Access } from './access';
import { type Claim, NotTried } from './claim';
import { compare, type Look } from './expectations';
import type { Parties } from './parties';

/** What became of a claim: what was looked at, or why nothing was. */
export type Finding = Claim & ({ looks: Look[]; reason?: undefined } | { looks?: undefined; reason: string });

export const differs = ({ looks }: Finding): boolean =>
	looks !== undefined && looks.some(({ wanted }) => wanted !== undefined);

/** Tries one claim after another. What they create they do not take away: see `remains.ts`. */
export async function check(
	claims: Claim[],
	parties: Parties,
	{ obstacles }: Access,
	isStopped: () => boolean = () => false,
): Promise<Finding[]> {
	const findings: Finding[] = [];
	for (const claim of claims) {
		const reason = isStopped() ? 'stopped before' : obstacles[claim.needs];
		findings.push({ ...claim, ...(reason === undefined ? await tryOne(claim, parties) : { reason }) });
	}
	return findings;
}

async function tryOne(claim: Claim, parties: Parties): Promise<{ looks: Look[] } | { reason: string }> {
	const seen = await claim.try(parties).catch((error: unknown) => {
		if (error instanceof NotTried) return error;
		throw error;
	});
	return seen instanceof NotTried ? { reason: seen.message } : { looks: compare(claim.expected, seen) };
}
