import { withTime, type Failure } from './answers/failure';
import { readPause } from './answers/inBetween';
import type { Subject } from './answers/subject';
import { unreadable } from './answers/verdict';
import { BYTES_PER_BATCH, toCommand } from './batch';
import type { Call, Command, Outcome, Settled } from './command';
import { openExchange } from './exchange';
import { openBreakdown } from './limits/breakdown';
import type { Report, Request, Sender } from './limits/sender';
import { openWaiting } from './limits/waiting';
import type { Connection } from './portals';
import { isPutOff, openPutOffs } from './putOffs';
import { QUESTION } from './question';
import { openQueue } from './queue';
import { openTelling } from './telling';

/** So many requests in a row that found nothing but a page end a run. */
const MOST_TURNED_BACK = 3;

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
	const { clock, door } = portal;
	const queue = openQueue(commands[Symbol.iterator](), stopAtFirst);
	const waiting = openWaiting(clock, maxWaitMs);
	const exchange = openExchange(options, waiting.patience);
	const telling = openTelling(tell, stopAtFirst, subject);
	const breakdown = openBreakdown(clock);
	const putOffs = openPutOffs(connection, queue, waiting, telling);
	/** Requests in a row that a page has turned back; none any more once something got through. */
	let turnedBack = 0;
	/** Of commands in one request; a web server that takes less is found out anew by each run, and harms no other. */
	let mostBytes = BYTES_PER_BATCH;

	async function send(group: Command[]): Promise<Report> {
		try {
			const askedMs = clock.now();
			const { settled, skipped, failure, account, report, ...answer } = await exchange(group);
			if (answer.isLost) breakdown.lost();
			if (answer.isAnswered) breakdown.answered();
			if (failure?.inARow) turnedBack += 1;
			else if (answer.isAnswered) turnedBack = -Infinity;
			if (failure?.limit === 'size') mostBytes = Math.min(mostBytes, sizeOf(group) / 2);
			const done = settled.filter(({ outcome }) => !isPutOff(outcome, subject));
			if (done.length > 0 && !failure?.inARow) {
				waiting.progress();
				putOffs.progress();
			}
			telling.conclude(done);
			if (turnedBack >= MOST_TURNED_BACK) telling.end(failure);
			const commands = settled.flatMap(({ command, outcome }) =>
				isPutOff(outcome, subject) ? [{ command, failure: outcome.failure }] : [],
			);
			putOffs.putOff({ commands, skipped, account, askedMs, isBatch: group.length > 1 });
			return report;
		} catch (error) {
			// What was told already stays as it is told.
			telling.fail(group, unreadable(subject));
			return { end: 'taken', broken: { error } };
		}
	}

	/** Asks the portal for something that changes nothing, to hear whether it is back. */
	async function ask(): Promise<Report> {
		const { report } = await breakdown.ask(async () => await exchange([toCommand(-1, QUESTION)]));
		return report;
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
		isOver: () => telling.isOver || queue.isOver(),
		heldUntilMs: waiting.heldUntilMs,
		againMs: (nowMs) => (breakdown.isDown ? breakdown.askMs() : queue.againMs(nowMs)),
		next(room) {
			if (breakdown.isDown) {
				const isDue = breakdown.askMs() <= room.nowMs;
				return isDue ? { method: QUESTION.method, size: 1, workflows: [], send: ask } : undefined;
			}
			for (;;) {
				const taken = queue.take(room, mostBytes);
				if (taken.length === 0) return undefined;
				const group = putOffs.withoutHopeless(taken);
				if (group.length > 0 && !telling.isOver) return toRequest(group);
			}
		},
		giveUpHeld() {
			if (breakdown.isDown) telling.end(brokenDown(subject));
			else telling.fail(queue.removeHeld(), heldByOthers(subject));
		},
		giveUp({ untilMs, code }) {
			telling.end(withTime(readPause(code, subject), new Date(untilMs).toISOString()));
		},
	};

	const stop = () => {
		telling.end();
		door.look();
	};
	signal?.addEventListener('abort', stop);
	try {
		if (!signal?.aborted) await door.admit(sender);
	} finally {
		signal?.removeEventListener('abort', stop);
		telling.turnAway(queue.rest());
	}
}

const sizeOf = (commands: Command[]): number => commands.reduce((sum, { text }) => sum + text.length, 0);

const heldByOthers = ({ nothingHappened, later }: Subject): Failure => ({
	kind: 'unsent',
	happened: `Another execution of n8n kept this workflow busy all the time, ${nothingHappened}`,
	nextStep: later,
});

const brokenDown = ({ nothingHappened, again }: Subject): Failure => ({
	kind: 'unsent',
	happened: `Bitrix24 has stopped answering in the middle, ${nothingHappened} from then on`,
	nextStep: `Wait until the portal works again, then ${again}.`,
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
