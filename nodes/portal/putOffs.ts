import { turnedAway, withTime, type Failure } from './answers/failure';
import type { Subject } from './answers/subject';
import type { Command, Outcome } from './command';
import type { Waiting } from './limits/waiting';
import type { Connection } from './portals';
import type { Queue } from './queue';
import type { Telling } from './telling';

/** What becomes of commands that did not run now: when they go again, or what is told when they are given up. */
export interface PutOffs {
	/** Puts them back into the queue, with those that the portal did not come to, or gives them up. */
	putOff(putOff: PutOff): void;
	/** Something got through. */
	progress(): void;
	/** Without those whose workflow stayed busy until Max Wait was over: they are told so. */
	withoutHopeless(commands: Command[]): Command[];
}

export interface PutOff {
	/** Of one request. */
	commands: Array<{ command: Command; failure: Failure }>;
	skipped: Command[];
	/** The account of working time that a refusal is about, where it is not each command's own. */
	account?: string;
	/** When they were sent, in unix milliseconds. */
	askedMs: number;
	/** The request carried more than one. */
	isBatch: boolean;
}

/** It is asked again later: it did not run, or running it twice does no harm. */
export function isPutOff(outcome: Outcome, { effect }: Subject): outcome is { ok: false; failure: Failure } {
	if (outcome.ok) return false;
	const { kind } = outcome.failure;
	return kind === 'limited' || (kind === 'unanswered' && effect !== 'once');
}

export function openPutOffs(
	{ portal, credential }: Connection,
	queue: Queue,
	waiting: Waiting,
	telling: Telling,
): PutOffs {
	const { clock, accounts } = portal;
	/** By workflow, until something gets through. */
	const hopeless = new Map<string, Failure>();

	/** @returns when the command may go again; undefined when it is given up, which it is told */
	function again(command: Command, failure: Failure, { account, askedMs }: PutOff): number | undefined {
		const workingTime = accounts.workingTime(credential, account ?? command.method);
		const times = command.putOffs;
		const againMs = waiting.putOff({ failure, times, askedMs, account: workingTime });
		command.putOffs += 1;
		command.inDoubt ||= failure.kind === 'unanswered';
		if (againMs !== undefined) return againMs;
		const isWorkingTime = failure.limit === 'workingTime';
		giveUp(command, withTime(failure, isWorkingTime ? workingTime.resetsAt(clock.now()) : undefined));
		return undefined;
	}

	function giveUp(command: Command, told: Failure): void {
		telling.fail([command], told);
		if (told.limit === 'busy') {
			// As is what waits for the same workflow.
			if (waiting.patience.endsMs() > clock.now()) return;
			hopeless.set(command.workflow, turnedAway(told));
			telling.fail(queue.removeLine(command), turnedAway(told));
		} else if (told.kind === 'limited') {
			// A limit of the whole connection: the others would wait in vain, too.
			telling.end(told);
		}
	}

	/** What is too large in a batch may fit into a smaller one. */
	function tooLarge(command: Command, failure: Failure, isBatch: boolean): number | undefined {
		if (isBatch) return 0;
		telling.fail([command], turnedAway(failure));
		return undefined;
	}

	return {
		progress: () => hopeless.clear(),
		putOff(putOff) {
			const back = putOff.skipped.map((command) => ({ command, againMs: 0 }));
			for (const { command, failure } of putOff.commands) {
				const againMs =
					failure.limit === 'size'
						? tooLarge(command, failure, putOff.isBatch)
						: again(command, failure, putOff);
				if (againMs !== undefined) back.push({ command, againMs });
			}
			// The last item first, as each goes ahead of what is there.
			back.sort((a, b) => b.command.item - a.command.item);
			for (const { command, againMs } of back) queue.putBack([command], againMs);
		},
		withoutHopeless: (commands) =>
			commands.filter((command) => {
				const failure = hopeless.get(command.workflow);
				if (failure) telling.fail([command], failure);
				return failure === undefined;
			}),
	};
}
