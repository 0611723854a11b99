import { openClock } from './wire/clock';
import type { Command, Outcome, Settled } from './command';
import type { Failure } from './answers/failure';
import { knownPortal } from './knownPortals';
import { openBraking } from './limits/braking';
import { openLineUp } from './lanes/lineUp';
import { isRequestLimit, openPatience } from './limits/patience';
import { openRounds, type Round, type RoundOptions } from './round';
import type { Transport } from './wire/transport';
import { lost } from './answers/verdict';

export interface PortalOptions extends RoundOptions {
	transport: Transport;
	/** The execution was stopped: nothing more is sent. */
	signal?: AbortSignal;
	/** Longest wait for the portal's limits without progress, in milliseconds. */
	maxWaitMs: number;
	/** How many requests may be under way at the same time. With `stopAtFirst` it is one. */
	lanes: number;
}

/**
 * Calls the commands, as many as possible in one request, and tells outcomes as they become known. Every command gets
 * exactly one, except those not sent because an earlier one failed (`stopAtFirst`) or the execution was stopped.
 * Commands for one workflow go in their order, and never two requests for it at the same time, also not by others in
 * this process.
 */
export async function callMany(
	commands: Iterable<Command>,
	tell: (settled: Settled[]) => void,
	options: PortalOptions,
): Promise<void> {
	const { transport, signal, maxWaitMs, stopAtFirst } = options;
	const portal = knownPortal(transport.origin);
	const { turnstile, batchSize } = portal;
	const over = new AbortController();
	const clock = openClock(over.signal);
	const lineUp = openLineUp(commands, stopAtFirst, over.signal);
	const rounds = openRounds(transport, portal, clock, options);
	const patience = openPatience(maxWaitMs);
	let closed: Failure | undefined;

	async function lane(): Promise<void> {
		while (await lineUp.ready()) {
			if (!(await turnstile.pass(over, { signal: over.signal }))) return;
			const group = lineUp.take(batchSize.most());
			if (group.length === 0) {
				turnstile.giveBack();
				continue;
			}
			await settle(group);
			lineUp.done(group);
		}
	}

	/** Asks until every command has its outcome; the first request is reserved already. */
	async function settle(group: Command[]): Promise<void> {
		const braking = openBraking(portal, transport.credential, patience, clock, over.signal, options.subject);
		let waiting = group;
		for (let tries = 0; ; tries += 1) {
			const tooLong = await braking.hold(waiting);
			if (tooLong || over.signal.aborted) {
				braking.release();
				turnstile.giveBack();
				const reason = tooLong ?? closed;
				if (reason) turnAway(waiting, reason);
				return;
			}
			const askedMs = clock.now();
			const round = await rounds.ask(waiting);
			braking.release();
			note(round, clock.now() - askedMs, waiting.length);
			waiting = round.waiting;
			if (round.settled.length > 0) {
				tries = 0;
				patience.progress();
				tell(round.settled);
				if (stopAtFirst && !round.settled.every(({ outcome }) => outcome.ok)) end();
			}
			if (round.closed) end(round.closed);
			if (waiting.length === 0) return;
			if (closed) tell(rounds.turnAway(waiting, closed));
			if (over.signal.aborted) return;

			const wait = patience.next(round.limits, tries, clock.now(), askedMs);
			if (wait === undefined || !(await mayAskAgain(wait))) {
				if (!signal?.aborted) giveUp(round);
				return;
			}
		}
	}

	function note({ limits }: Round, milliseconds: number, count: number): void {
		const refusal = limits.find(isRequestLimit);
		if (refusal) turnstile.refused((refusal.retryAfterSeconds ?? 0) * 1000);
		else turnstile.taken();
		if (limits.length < count) batchSize.took(milliseconds, count);
	}

	async function mayAskAgain(wait: number): Promise<boolean> {
		await clock.wait(wait);
		return await turnstile.pass(over, { signal: over.signal, untilMs: patience.endsMs() });
	}

	function giveUp(round: Round): void {
		const settled = rounds.giveUp(round);
		tell(settled);
		if (stopAtFirst) end();
		// A limit of the whole connection: the others would wait in vain, too.
		for (const { failure } of round.limits) if (isOfConnection(failure)) end(failure);
	}

	function turnAway(commands: Command[], reason: Failure): void {
		tell(rounds.turnAway(commands, reason));
		end(reason);
	}

	/** Nothing more is sent. @param reason what the commands that are left are told; nothing without it */
	function end(reason?: Failure): void {
		closed ??= reason;
		over.abort();
	}

	const stop = () => end();
	signal?.addEventListener('abort', stop);
	if (signal?.aborted) stop();
	try {
		await Promise.all(Array.from({ length: stopAtFirst ? 1 : options.lanes }, lane));
	} finally {
		stop();
		signal?.removeEventListener('abort', stop);
		const left = lineUp.close();
		if (closed && !stopAtFirst) for (const command of left) tell(rounds.turnAway([command], closed));
	}
}

const isOfConnection = ({ kind, code }: Failure): boolean => kind === 'limited' && code !== '423';

/** One call on its own. */
export async function callOne(command: Command, options: PortalOptions): Promise<Outcome> {
	let outcome: Outcome = { ok: false, failure: lost(options.subject) };
	const keep = ([settled]: Settled[]) => (outcome = settled.outcome);
	await callMany([command], keep, options);
	return outcome;
}
