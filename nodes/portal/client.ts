import { turnedAway, withTime, type Failure } from './answers/failure';
import { readRefusal } from './answers/refusals';
import type { Subject } from './answers/subject';
import { unreadable } from './answers/verdict';
import { toCommand } from './batch';
import type { Call, Command, Outcome, Settled } from './command';
import { reconsider } from './doubt';
import { openExchange } from './exchange';
import type { Report, Request, Sender } from './limits/sender';
import { openWaiting } from './limits/waiting';
import { openQueue } from './queue';
import type { Connection } from './portals';

export interface CallOptions {
	connection: Connection;
	/** The execution was stopped: nothing more is sent. */
	signal?: AbortSignal;
	/** Longest wait without progress, in milliseconds. */
	maxWaitMs: number;
	/** How many requests may be under way at the same time. With `stopAtFirst` it is one. */
	lanes: number;
	/** As a plain loop would: nothing is sent after the first command that does not succeed. */
	stopAtFirst: boolean;
	/** What the commands are about. */
	subject: Subject;
}

/**
 * Calls the commands, as many as possible in one request, and tells outcomes as they become known. Every command gets
 * exactly one, except those not sent because an earlier one failed (`stopAtFirst`) or the execution was stopped.
 * @param tell says whether the outcomes that it is told are successes
 */
export async function callMany(
	commands: Iterable<Command>,
	tell: (settled: Settled[]) => boolean,
	options: CallOptions,
): Promise<void> {
	const { connection, signal, maxWaitMs, lanes, stopAtFirst, subject } = options;
	const { portal, credential } = connection;
	const { clock, door, accounts } = portal;
	const queue = openQueue(commands[Symbol.iterator](), stopAtFirst);
	const waiting = openWaiting(clock, maxWaitMs);
	const exchange = openExchange(options, waiting.patience);
	/** Workflows that stayed busy until Max Wait was over, until something gets through. */
	const hopeless = new Map<string, Failure>();
	let isOver = false;
	let closed: Failure | undefined;

	/** Nothing more is sent. @param reason what the commands that are left are told; nothing without it */
	function end(reason?: Failure): void {
		isOver = true;
		closed ??= reason;
	}

	function conclude(settled: Settled[]): void {
		if (settled.length === 0) return;
		const words = settled.map(({ command, outcome }) => ({
			command,
			outcome: reconsider(command, outcome, subject),
		}));
		const isWell = tell(words);
		for (const { outcome } of words) if (!outcome.ok && outcome.failure.closes) end(outcome.failure);
		if (stopAtFirst && !isWell) end();
	}

	const fail = (failed: Command[], failure: Failure) =>
		conclude(failed.map((command) => ({ command, outcome: { ok: false, failure } })));

	async function send(group: Command[]): Promise<Report> {
		try {
			const askedMs = clock.now();
			const { settled, skipped, account, report } = await exchange(group);
			const done = settled.filter(({ outcome }) => !isPutOff(outcome, subject));
			if (done.length > 0) {
				waiting.progress();
				hopeless.clear();
			}
			conclude(done);
			const back = skipped.map((command) => ({ command, againMs: 0 }));
			for (const { command, outcome } of settled) {
				if (!isPutOff(outcome, subject)) continue;
				const againMs = putOff(command, outcome.failure, account ?? command.method, askedMs);
				if (againMs !== undefined) back.push({ command, againMs });
			}
			// The last item first, as each goes ahead of what is there.
			back.sort((a, b) => b.command.item - a.command.item);
			for (const { command, againMs } of back) queue.putBack([command], againMs);
			return report;
		} catch (error) {
			// What was told already stays as it is told.
			fail(group, unreadable(subject));
			return { end: 'taken', broken: { error } };
		}
	}

	/** @returns when the command may go again; undefined when it is given up, which it is told */
	function putOff(command: Command, failure: Failure, method: string, askedMs: number): number | undefined {
		const account = accounts.workingTime(credential, method);
		const againMs = waiting.putOff({ failure, times: command.putOffs, askedMs, account });
		command.putOffs += 1;
		command.inDoubt ||= failure.kind === 'unanswered';
		if (againMs !== undefined) return againMs;
		const isWorkingTime = failure.limit === 'workingTime';
		const told = withTime(failure, isWorkingTime ? account.resetsAt(clock.now()) : undefined);
		fail([command], told);
		if (failure.limit === 'busy') {
			// As is what waits for the same workflow.
			if (waiting.patience.endsMs() > clock.now()) return undefined;
			hopeless.set(command.workflow, turnedAway(told));
			fail(queue.removeLine(command), turnedAway(told));
		} else if (failure.kind === 'limited') {
			// A limit of the whole connection: the others would wait in vain, too.
			end(told);
		}
		return undefined;
	}

	const toRequest = (group: Command[]): Request => ({
		method: group[0].method,
		size: group.length,
		workflows: [...new Set(group.map(({ workflow }) => workflow))],
		send: async () => await send(group),
	});

	const sender: Sender = {
		credential,
		lanes: stopAtFirst ? 1 : lanes,
		patience: waiting.patience,
		isOver: () => isOver || queue.isOver(),
		heldUntilMs: waiting.heldUntilMs,
		againMs: queue.againMs,
		next(room) {
			for (let taken = queue.take(room); taken.length > 0; taken = queue.take(room)) {
				const group = taken.filter(({ workflow }) => !hopeless.has(workflow));
				for (const command of taken) {
					const failure = hopeless.get(command.workflow);
					if (failure) fail([command], failure);
				}
				if (group.length > 0 && !isOver) return toRequest(group);
			}
			return undefined;
		},
		giveUpHeld: () => fail(queue.removeHeld(), heldByOthers(subject)),
		giveUp({ untilMs, code }) {
			const reason = readRefusal({ code, about: 'call' }, subject);
			end(withTime(reason, new Date(untilMs).toISOString()));
		},
	};

	const stop = () => {
		end();
		door.look();
	};
	signal?.addEventListener('abort', stop);
	try {
		if (!signal?.aborted) await door.admit(sender);
	} finally {
		signal?.removeEventListener('abort', stop);
		if (closed) turnAwayRest(turnedAway(closed));
	}

	function turnAwayRest(reason: Failure): void {
		for (const command of queue.rest()) {
			fail([command], reason);
			if (stopAtFirst) return;
		}
	}
}

/** It is asked again later: it did not run, or running it twice does no harm. */
function isPutOff(outcome: Outcome, { effect }: Subject): outcome is { ok: false; failure: Failure } {
	if (outcome.ok) return false;
	const { kind } = outcome.failure;
	return kind === 'limited' || (kind === 'unanswered' && effect !== 'once');
}

const heldByOthers = ({ nothingHappened, later }: Subject): Failure => ({
	kind: 'unsent',
	happened: `Another execution of n8n kept this workflow busy all the time, ${nothingHappened}`,
	nextStep: later,
});

/** One call on its own. */
export async function callOne(call: Call, options: CallOptions): Promise<Outcome> {
	let outcome: Outcome = { ok: false, failure: unreadable(options.subject) };
	const tell = ([settled]: Settled[]) => {
		outcome = settled.outcome;
		return outcome.ok;
	};
	await callMany([toCommand(0, call)], tell, options);
	return outcome;
}
