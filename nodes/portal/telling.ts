import { turnedAway, type Failure } from './answers/failure';
import type { Subject } from './answers/subject';
import type { Command, Settled } from './command';
import { reconsider } from './doubt';

/** Tells a run the outcomes of its commands as they become known, and sees from them when nothing more may be sent. */
export interface Telling {
	conclude(settled: Settled[]): void;
	fail(commands: Command[], failure: Failure): void;
	/** Nothing more is sent. @param reason what the commands that are left are told; nothing without it */
	end(reason?: Failure): void;
	readonly isOver: boolean;
	/** Tells those that are left, one after the other, why they were not sent; only the first if it ends the run. */
	turnAway(rest: Iterable<Command>): void;
}

/**
 * @param tell says whether the outcomes that it is told are successes
 * @param stopAtFirst nothing is sent after the first that is none
 */
export function openTelling(
	tell: (settled: Settled[]) => boolean,
	stopAtFirst: boolean,
	subject: Subject,
): Telling {
	let isOver = false;
	let closed: Failure | undefined;

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

	const fail = (commands: Command[], failure: Failure) =>
		conclude(commands.map((command) => ({ command, outcome: { ok: false, failure } })));

	return {
		conclude,
		fail,
		end,
		get isOver() {
			return isOver;
		},
		turnAway(rest) {
			if (!closed) return;
			for (const command of rest) {
				fail([command], turnedAway(closed));
				if (stopAtFirst) return;
			}
		},
	};
}
