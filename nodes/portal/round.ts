import { readBatch, toBatch } from './batch';
import type { Clock } from './wire/clock';
import type { Command, Settled } from './command';
import { openDoubts } from './doubts';
import type { Failure } from './answers/failure';
import type { KnownPortal } from './knownPortals';
import type { Limit } from './limits/patience';
import { isObject } from './answers/reply';
import type { Subject } from './answers/subject';
import type { Transport } from './wire/transport';
import { judge, resultOf } from './answers/verdict';

/** What one request has brought: outcomes, and commands that may be asked again. */
export interface Round {
	settled: Settled[];
	waiting: Command[];
	/** Why they wait; what one of them has kept from running just waits along. */
	limits: PutOff[];
	/** Nothing of this connection gets through, and this is why. */
	closed?: Failure;
}

interface PutOff extends Limit {
	command: Command;
}

export interface Rounds {
	/** One request for all these commands: a direct call for one, a batch for more. */
	ask(commands: Command[]): Promise<Round>;
	/** The last word on commands that the portal would not run in time. */
	giveUp(round: Round): Settled[];
	/** The last word on commands that are not sent any more. */
	turnAway(commands: Command[], reason: Failure): Settled[];
}

export interface RoundOptions {
	/** As a plain loop would: nothing is sent after the first command that the portal refuses. */
	stopAtFirst: boolean;
	/** What the commands are about. */
	subject: Subject;
}

export function openRounds(
	{ send, credential }: Transport,
	portal: KnownPortal,
	clock: Clock,
	{ stopAtFirst, subject }: RoundOptions,
): Rounds {
	const timesOf = ({ method }: Command) => portal.operating(credential, method);
	const doubts = openDoubts(subject);

	async function ask(commands: Command[]): Promise<Round> {
		const [only] = commands;
		const isDirect = commands.length === 1;
		const reply = isDirect
			? await send(only.method, only.params)
			: await send('batch', toBatch(commands, stopAtFirst));

		const operating = timesOf(only);
		// The portal counts the commands of a batch, and not the batch around them.
		if (isDirect && reply.kind === 'answered') operating.note(reply.body.time, clock.now());
		const verdict = judge(reply, isDirect ? 'call' : 'batch', subject);
		if (!verdict.ok) {
			const retryAfterSeconds = reply.kind === 'answered' ? reply.retryAfterSeconds : undefined;
			return toRound(fail(commands, verdict.failure), [], retryAfterSeconds);
		}
		if (isDirect) return toRound([{ command: only, outcome: { ok: true, result: verdict.body.result } }], []);

		const result = resultOf(verdict.body);
		for (const time of Object.values(isObject(result.result_time) ? result.result_time : {})) {
			operating.note(time, clock.now());
		}
		const { settled, skipped } = readBatch(result, commands, stopAtFirst, subject);
		return toRound(settled, skipped);
	}

	/** @param skipped commands that an earlier one of the same batch has kept from running */
	function toRound(outcomes: Settled[], skipped: Command[], retryAfterSeconds?: number): Round {
		const waiting: Command[] = [];
		const limits: PutOff[] = [];
		const settled: Settled[] = [];
		let closed: Failure | undefined;
		for (const one of outcomes) {
			const failure = putOff(one, subject);
			if (failure === undefined) {
				if (!one.outcome.ok && one.outcome.failure.kind === 'closed') closed ??= one.outcome.failure;
				settled.push(doubts.reconsider(one));
				continue;
			}
			if (failure.kind === 'unanswered') doubts.note(one.command);
			waiting.push(one.command);
			limits.push({ ...limitOf(failure, one.command), command: one.command, retryAfterSeconds });
		}
		const overworked = limits.find(({ failure }) => failure.code === 'OPERATION_TIME_LIMIT');
		if (overworked) timesOf(overworked.command).refused(clock.now());
		// What a refused command has kept from running is not asked again, everything else is.
		if (settled.every(({ outcome }) => outcome.ok)) waiting.push(...skipped);
		return { settled, waiting, limits, closed };
	}

	function limitOf(failure: Failure, command: Command): Limit {
		const isOperating = failure.code === 'OPERATION_TIME_LIMIT';
		return { failure, resetsInMs: isOperating ? timesOf(command).resetsInMs(clock.now()) : undefined };
	}

	const giveUp = ({ limits }: Round) =>
		limits.flatMap(({ command, failure }) => turnAway([command], failure));

	function withReset(failure: Failure, command: Command): Failure {
		const isOperating = failure.code === 'OPERATION_TIME_LIMIT';
		const resetsAt = isOperating ? timesOf(command).resetsAt(clock.now()) : undefined;
		if (resetsAt === undefined) return failure;
		return { ...failure, resetsAt, nextStep: `It takes calls again at ${resetsAt}. ${failure.nextStep}` };
	}

	const turnAway = (commands: Command[], reason: Failure) =>
		commands.flatMap((command) => fail([command], withReset(reason, command))).map(doubts.reconsider);

	return { ask, giveUp, turnAway };
}

/** Why a command is asked again later: it did not run, or running it twice does no harm. */
function putOff({ outcome }: Settled, { repeatable }: Subject): Failure | undefined {
	if (outcome.ok) return undefined;
	const { kind } = outcome.failure;
	return kind === 'limited' || (kind === 'unanswered' && repeatable) ? outcome.failure : undefined;
}

const fail = (commands: Command[], failure: Failure): Settled[] =>
	commands.map((command) => ({ command, outcome: { ok: false, failure } }));
