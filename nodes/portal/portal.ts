import { toGroups } from './batch';
import type { Clock } from './clock';
import type { Command, Outcome, Settled } from './command';
import type { Failure } from './failure';
import { openPatience, type Limit } from './patience';
import { openRounds, type RoundOptions } from './round';
import type { Send } from './transport';
import { lost } from './verdict';

export interface PortalOptions extends RoundOptions {
	send: Send;
	clock: Clock;
	isStopped: () => boolean;
	/** Longest wait for the portal's limits without progress, in milliseconds. */
	maxWaitMs: number;
}

/** Between requests, once the portal has refused one: it takes two a second. Before that, bursts are free. */
const PACE_MS = 500;

/**
 * Calls the commands in their order, as many as possible in one request, and tells outcomes as they become known.
 * Every command gets exactly one, except those not sent because an earlier one failed (`stopAtFirst`) or because
 * the execution was stopped. Requests go one after another, so two calls for one workflow never overlap.
 */
export async function* callMany(
	commands: Command[],
	{ send, clock, isStopped, maxWaitMs, stopAtFirst, subject }: PortalOptions,
): AsyncGenerator<Settled[]> {
	const rounds = openRounds(send, clock, { stopAtFirst, subject });
	const patience = openPatience(maxWaitMs);
	let paceMs = 0;
	let lastRequestAt = 0;
	let closed: Failure | undefined;

	for (const group of toGroups(commands)) {
		if (closed) {
			yield rounds.turnAway(group, closed);
			continue;
		}
		let waiting = group;
		for (let tries = 0; waiting.length > 0; tries += 1) {
			if (paceMs > 0) await clock.wait(lastRequestAt + paceMs - clock.now());
			if (isStopped()) return;
			lastRequestAt = clock.now();

			const round = await rounds.ask(waiting);
			waiting = round.waiting;
			if (round.limits.some(isRequestLimit)) paceMs = PACE_MS;
			if (round.settled.length > 0) {
				patience.progress();
				yield round.settled;
				if (stopAtFirst && !round.settled.every(({ outcome }) => outcome.ok)) return;
				closed = round.closed;
				tries = 0;
			}
			if (closed) yield rounds.turnAway(waiting, closed);
			if (closed || waiting.length === 0) break;

			if (round.limits.some(isLost)) patience.spent(clock.now() - lastRequestAt);
			const wait = patience.next(round.limits, tries);
			if (wait === undefined) {
				yield rounds.giveUp(round);
				if (stopAtFirst) return;
				break;
			}
			await clock.wait(wait);
		}
	}
}

/** One call on its own. */
export async function callOne(command: Command, options: PortalOptions): Promise<Outcome> {
	for await (const [{ outcome }] of callMany([command], options)) return outcome;
	return { ok: false, failure: lost(options.subject) };
}

const isLost = ({ failure }: Limit): boolean => failure.kind === 'unanswered';

const isRequestLimit = ({ failure }: Limit): boolean => failure.code === 'QUERY_LIMIT_EXCEEDED';
