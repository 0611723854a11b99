import type { Failure } from './answers/failure';
import { isObject, toNumber, type Reply } from './answers/reply';
import type { Subject } from './answers/subject';
import { judge, resultOf, unreadable } from './answers/verdict';
import { readBatch, timesOf, toBatch, type BatchReading } from './batch';
import type { CallOptions } from './client';
import type { Command, Settled } from './command';
import type { Patience } from './limits/patience';
import type { Report } from './limits/sender';

/** What one request has brought: an outcome for each command, except those that an earlier one has kept from running. */
export interface Answer extends BatchReading {
	/** Why the request as a whole did not do as asked. */
	failure?: Failure;
	/** The account of working time that a refusal is about, where it is not each command's own. */
	account?: string;
	/** The portal itself has spoken. */
	isAnswered: boolean;
	/** Nobody knows what became of the request. */
	isLost: boolean;
	report: Report;
}

export type Exchange = (commands: Command[]) => Promise<Answer>;

/** One request for all commands, a direct call for one and a batch for more, and its answer. */
export function openExchange(
	{ connection, signal, stopAtFirst, subject }: CallOptions,
	patience: Patience,
): Exchange {
	const { portal, credential, send: post } = connection;
	const { clock, accounts } = portal;

	/** Waiting for an authorization server is waiting. */
	function begin(): number {
		patience.begin(clock.now());
		return patience.endsMs() - clock.now();
	}

	return async (commands) => {
		const [{ method: ofCommands, params }] = commands;
		const isBatch = commands.length > 1;
		const method = isBatch ? 'batch' : ofCommands;
		const askedMs = clock.now();
		const body = isBatch ? toBatch(commands, stopAtFirst) : params;
		const reply = await post(method, body, { begin, signal });
		const nowMs = clock.now();
		const reading = readReply(reply, commands, stopAtFirst, subject);
		const { settled, skipped, failure, time, times } = reading;

		const request = accounts.workingTime(credential, method);
		const command = accounts.workingTime(credential, ofCommands);
		request.note(time, nowMs);
		portal.time.note(time, nowMs);
		for (const one of times) command.note(one, nowMs);
		if (failure?.limit === 'workingTime') request.refused(nowMs);
		else if (settled.some(isOutOfWorkingTime)) command.refused(nowMs);
		const report = toReport(reading, reply, nowMs, askedMs);
		const isAnswered = reply.kind === 'answered';
		const isLost = reply.kind === 'lost' || reply.kind === 'unreadable';
		return { settled, skipped, failure, account: failure && method, isAnswered, isLost, report };
	};
}

const isOutOfWorkingTime = ({ outcome }: Settled): boolean =>
	!outcome.ok && outcome.failure.limit === 'workingTime';

interface Reading extends BatchReading {
	failure?: Failure;
	/** The `time` block of the request, and of each command of a batch. */
	time?: unknown;
	times: unknown[];
}

/** An answer that cannot be read, of whatever shape, leaves open what has run. */
function readReply(reply: Reply, commands: Command[], stopAtFirst: boolean, subject: Subject): Reading {
	try {
		return read(reply, commands, stopAtFirst, subject);
	} catch {
		return allOf(commands, unreadable(subject));
	}
}

function read(reply: Reply, commands: Command[], stopAtFirst: boolean, subject: Subject): Reading {
	const isBatch = commands.length > 1;
	const verdict = judge(reply, isBatch ? 'batch' : 'call', subject);
	// A refusal for working time may name the time that frees some.
	if (!verdict.ok)
		return allOf(commands, verdict.failure, reply.kind === 'answered' ? reply.body.time : undefined);
	const { time, result } = verdict.body;
	if (!isBatch) {
		return {
			settled: [{ command: commands[0], outcome: { ok: true, result } }],
			skipped: [],
			time,
			times: [],
		};
	}
	const results = resultOf(verdict.body);
	return { ...readBatch(results, commands, stopAtFirst, subject), time, times: timesOf(results) };
}

const allOf = (commands: Command[], failure: Failure, time?: unknown): Reading => ({
	settled: commands.map((command): Settled => ({ command, outcome: { ok: false, failure } })),
	skipped: [],
	failure,
	time,
	times: [],
});

function toReport(reading: Reading, reply: Reply, nowMs: number, askedMs: number): Report {
	const { failure, settled } = reading;
	if (reply.kind === 'unreached' || reply.kind === 'unprepared') return { end: 'unsent' };
	const seconds = 'retryAfterSeconds' in reply ? reply.retryAfterSeconds : undefined;
	const isOfPortal = failure?.limit === 'requests' || failure?.limit === 'overload';
	const hasRun = settled.some(({ outcome }) => outcome.ok || outcome.failure.kind === 'unanswered');
	return {
		end: failure?.limit === 'requests' ? 'refused' : 'taken',
		pause: isOfPortal && seconds ? { untilMs: nowMs + seconds * 1000, code: failure.code ?? '' } : undefined,
		milliseconds: hasRun ? nowMs - askedMs : undefined,
		perCommandMs: perCommandMs(reading),
	};
}

/** What the portal says that one command took on the average, in milliseconds; undefined if it does not say so. */
function perCommandMs({ time, times }: Reading): number | undefined {
	const durations = (times.length > 0 ? times : [time])
		.map((one) => toNumber(isObject(one) ? one.duration : undefined))
		.filter((seconds) => seconds >= 0 && seconds < Infinity);
	if (durations.length === 0) return undefined;
	return (1000 * durations.reduce((sum, seconds) => sum + seconds, 0)) / durations.length;
}
