import type { IDataObject } from 'n8n-workflow';
import { readBatch, toBatch } from './batch';
import type { Clock } from './clock';
import type { Command, Settled } from './command';
import type { Failure } from './failure';
import { openOperatingTimes } from './operating';
import type { Limit } from './patience';
import { isObject } from './reply';
import type { Send } from './transport';
import { judge, resultOf } from './verdict';

/** What one request has brought: outcomes, and commands that the portal did not run and may be asked again. */
export interface Round {
	settled: Settled[];
	waiting: Command[];
	/** Why they wait. */
	limits: Limit[];
}

export interface Rounds {
	/** One request for all these commands: a direct call for one, a batch for more. */
	ask(commands: Command[]): Promise<Round>;
	/** The last word on commands that the portal would not run in time. */
	giveUp(round: Round): Settled[];
}

export function openRounds(send: Send, clock: Clock, stopAtFirst: boolean): Rounds {
	const operating = openOperatingTimes();

	async function ask(commands: Command[]): Promise<Round> {
		const [only] = commands;
		const isDirect = commands.length === 1;
		const reply = isDirect
			? await send(only.method, only.params)
			: await send('batch', toBatch(commands, stopAtFirst));

		const verdict = judge(reply, isDirect ? 'call' : 'batch');
		if (!verdict.ok) {
			const { failure } = verdict;
			if (failure.kind !== 'limited') return { settled: fail(commands, failure), waiting: [], limits: [] };
			const retryAfterSeconds = reply.kind === 'answered' ? reply.retryAfterSeconds : undefined;
			return { settled: [], waiting: commands, limits: [{ ...limitOf(failure), retryAfterSeconds }] };
		}

		operating.note(verdict.body.time, clock.now());
		if (!isDirect) return readRound(resultOf(verdict.body), commands);
		const settled = [{ command: only, outcome: { ok: true as const, result: verdict.body.result } }];
		return { settled, waiting: [], limits: [] };
	}

	function readRound(result: IDataObject, commands: Command[]): Round {
		for (const time of Object.values(isObject(result.result_time) ? result.result_time : {})) {
			operating.note(time, clock.now());
		}
		const { settled, skipped } = readBatch(result, commands, stopAtFirst);
		const limited = new Map<Command, Failure>();
		for (const { command, outcome } of settled) {
			if (!outcome.ok && outcome.failure.kind === 'limited') limited.set(command, outcome.failure);
		}
		// What a limited command has kept from running is asked again with it; what a refused one has, is not.
		const again = new Set([...limited.keys(), ...(limited.size > 0 ? skipped : [])]);
		return {
			settled: settled.filter(({ command }) => !again.has(command)),
			waiting: commands.filter((command) => again.has(command)),
			limits: [...limited.values()].map(limitOf),
		};
	}

	function limitOf(failure: Failure): Limit {
		const isOperating = failure.code === 'OPERATION_TIME_LIMIT';
		return { failure, resetsInMs: isOperating ? operating.resetsInMs(clock.now()) : undefined };
	}

	function giveUp({ waiting, limits: [{ failure }] }: Round): Settled[] {
		const resetsAt = failure.code === 'OPERATION_TIME_LIMIT' ? operating.resetsAt(clock.now()) : undefined;
		if (resetsAt === undefined) return fail(waiting, failure);
		const nextStep = `It takes lines again at ${resetsAt}. ${failure.nextStep}`;
		return fail(waiting, { ...failure, resetsAt, nextStep });
	}

	return { ask, giveUp };
}

export const fail = (commands: Command[], failure: Failure): Settled[] =>
	commands.map((command) => ({ command, outcome: { ok: false, failure } }));
