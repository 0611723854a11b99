import type { Attempt } from '../n8n/attempt';
import type { Sending } from '../portal/sending';
import { sendingsOf, type Evidence } from './evidence';
import { toldBy } from './told';

const DEFAULT_MAX_WAIT_SECONDS = 120;

export function judgeReasons(evidence: Evidence): string[] {
	return evidence.attempts.flatMap((attempt) => {
		if (attempt.items === undefined) return [];
		const told = attempt.items.map((_, item) => toldBy(attempt, item));
		const own = sendingsOf(evidence, attempt);
		const refused = told.filter((word) => word === 'refused').length;
		const said = refusedOf(own).size;
		const givenUp = told.flatMap((word, item) =>
			word === 'notSent' && attempt.materials[item].key !== undefined ? [item] : [],
		);
		return [
			...(refused > said
				? [`Try ${attempt.number}: ${refused} items told as refused, the portal has refused ${said}`]
				: []),
			...(givenUp.length > 0 && !hasTrouble(evidence, attempt, own)
				? [`Try ${attempt.number}: items ${givenUp.join(', ')} were given up, and nothing was in their way`]
				: []),
		];
	});
}

/** The commands that the portal has said no to: those of batches each once, single ones as often as they were sent. */
const refusedOf = (sendings: Sending[]): Set<string> =>
	new Set(
		sendings.flatMap(({ number, commands }) =>
			commands.flatMap(({ name, refusal, acceptedMs }) =>
				// An odd entry may say so of what has run.
				refusal === undefined && acceptedMs === undefined ? [] : [name ?? `request ${number}`],
			),
		),
	);

/** Anything that may keep an item from being sent. */
function hasTrouble({ scenario, executions }: Evidence, attempt: Attempt, own: Sending[]): boolean {
	const { node, startMs, endMs = Infinity, execution } = attempt;
	const { flaw, portal } = scenario.credentials[node.credential];
	const { workingSeconds } = scenario.portals[portal];
	if (flaw !== undefined || workingSeconds > 0 || executions[execution].stopMs !== undefined) return true;
	// What the portal has told another execution counts for this one, too.
	const isForAll = scenario.faults.some(
		({ fault }) =>
			(fault.kind === 'refusal' &&
				(fault.retryAfter !== undefined || fault.code === 'OPERATION_TIME_LIMIT')) ||
			(fault.kind === 'turnedBack' && fault.retryAfter !== undefined) ||
			fault.kind === 'commandRefusal' ||
			fault.kind === 'oddTime',
	);
	if (isForAll) return true;
	const waitedMs = endMs - startMs;
	if (waitedMs >= (node.maxWaitSeconds ?? DEFAULT_MAX_WAIT_SECONDS) * 1000) return true;
	return own.some(
		({ arrivedMs, isUnclear, commands, fate }) =>
			arrivedMs === undefined ||
			isUnclear ||
			commands.some(({ refusal }) => refusal !== undefined) ||
			(fate.includes('answered 302') && !fate.startsWith('sent on')),
	);
}
