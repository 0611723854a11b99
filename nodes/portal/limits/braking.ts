import type { Clock } from '../wire/clock';
import type { Command } from '../command';
import type { Failure } from '../answers/failure';
import type { KnownPortal } from '../knownPortals';
import type { Patience } from './patience';
import { readRefusal } from '../answers/refusals';
import type { Subject } from '../answers/subject';

/** Holds requests back so that their method stays below the portal's limit of working time. */
export interface Braking {
	/** Waits until the request may go; it is counted then. @returns why it does not go in time */
	hold(commands: Command[]): Promise<Failure | undefined>;
	/** Its answer has been read. */
	release(): void;
}

/** Answers to other requests shorten a wait, so it is asked for again. */
const LONGEST_NAP_MS = 2000;

/** @param over aborted when nothing is sent any more */
export function openBraking(
	{ operating, batchSize }: KnownPortal,
	credential: string,
	patience: Patience,
	clock: Clock,
	over: AbortSignal,
	subject: Subject,
): Braking {
	let release = () => {};

	return {
		release: () => release(),
		async hold(commands) {
			const times = operating(credential, commands[0].method);
			const seconds = batchSize.expectedMs(commands.length) / 1000;
			for (;;) {
				const now = clock.now();
				const wait = times.brakeMs(now, seconds);
				if (wait === 0 || over.aborted) {
					times.reserve(now, seconds);
					release = () => times.release(seconds);
					return undefined;
				}
				const failure = readRefusal({ code: 'OPERATION_TIME_LIMIT', about: 'call' }, subject);
				if (patience.next([{ failure, resetsInMs: wait }], 0, now, now) === undefined) {
					release = () => {};
					return failure;
				}
				await clock.wait(Math.min(wait, LONGEST_NAP_MS));
			}
		},
	};
}
