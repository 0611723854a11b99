import { openAlarm, type Clock } from '../wire/clock';
import type { Accounts } from './accounts';
import type { Pace } from './pace/pace';
import type { Broken, Report, Request, Sender } from './sender';
import { openLoad, type GiveBack } from './load';

/**
 * The one way to a portal for everything in this process: at its pace, below its limits, one request for a workflow
 * at a time, and the runs in turn. What a request takes is given back here when it has ended, however it ends.
 */
export interface Door {
	/** Resolves when the run is over and nothing of it is under way. @throws what broke in it */
	admit(sender: Sender): Promise<void>;
	/** To be called when a run has changed by itself, as when it was stopped. */
	look(): void;
}

interface Visitor {
	sender: Sender;
	underWay: number;
	/** When it sent something last, in unix milliseconds. */
	askedMs: number;
	/** It could not go because of the pace alone. */
	isInLine: boolean;
	broken?: Broken;
	leave(): void;
}

/** @param accounts of working time and batch sizes */
export function openDoor(clock: Clock, pace: Pace, accounts: Accounts): Door {
	/** Those who were served longest ago come first. */
	const visitors = new Set<Visitor>();
	const load = openLoad(clock, pace, accounts);
	const alarm = openAlarm(clock, look);

	/** Lets go what can go, and sets the alarm to when the next may. */
	function look(): void {
		let nextMs: number;
		do {
			nextMs = Infinity;
			for (const visitor of [...visitors]) {
				const againMs = attend(visitor);
				nextMs = againMs === undefined ? -Infinity : Math.min(nextMs, againMs);
				// Somebody has been served: those before may be next.
				if (againMs === undefined) break;
			}
		} while (nextMs === -Infinity);
		alarm.set(nextMs);
	}

	/** @returns when to attend to it again, if nothing else happens; undefined if a request of it was sent */
	function attend(visitor: Visitor): number | undefined {
		try {
			return serve(visitor, clock.now());
		} catch (error) {
			visitor.broken ??= { error };
			if (visitor.underWay === 0) leave(visitor);
			return Infinity;
		}
	}

	function serve(visitor: Visitor, nowMs: number): number | undefined {
		const { sender, underWay } = visitor;
		const { patience } = sender;
		visitor.isInLine = false;
		if (visitor.broken || sender.isOver()) {
			if (underWay === 0) leave(visitor);
			return Infinity;
		}
		if (underWay >= sender.lanes) return Infinity;

		// Waiting is what happens while nothing of its own is under way. At the end the portal is asked once in any case.
		const endsMs = () => (underWay === 0 ? patience.endsMs() : Infinity);
		const isLast = endsMs() <= nowMs;
		const wait = (untilMs: number) => {
			if (underWay === 0) patience.begin(nowMs);
			return Math.min(untilMs, endsMs());
		};

		const pause = load.pause();
		if (pause.untilMs > nowMs) {
			if (wait(pause.untilMs) === pause.untilMs) return pause.untilMs;
			sender.giveUp(pause);
			return serve(visitor, nowMs);
		}
		if (!isLast && sender.heldUntilMs() > nowMs) return wait(sender.heldUntilMs());
		const paceMs = pace.waitMs(nowMs);
		if (paceMs > 0 && !isLast) {
			wait(nowMs);
			const dueMs = underWay === 0 ? patience.dueMs(visitor.askedMs) : Infinity;
			visitor.isInLine = nowMs < dueMs;
			if (visitor.isInLine) return wait(Math.min(nowMs + paceMs, dueMs));
		}
		let againMs = sender.againMs(nowMs);
		const request = sender.next({
			nowMs,
			isFree: load.isFree,
			most(method) {
				const { most, waitMs } = accounts.room(sender.credential, method, nowMs);
				if (isLast || waitMs === 0) return most;
				againMs = Math.min(againMs, nowMs + waitMs);
				return 0;
			},
		});
		if (request) {
			visitors.delete(visitor);
			visitors.add(visitor);
			visitor.underWay += 1;
			visitor.askedMs = nowMs;
			void pass(visitor, request, load.take(sender.credential, request));
			return undefined;
		}
		if (isLast) {
			sender.giveUpHeld();
			return serve(visitor, nowMs);
		}
		return wait(againMs);
	}

	async function pass(visitor: Visitor, request: Request, giveBack: GiveBack): Promise<void> {
		let report: Report = { end: 'taken' };
		try {
			report = await request.send();
			visitor.broken ??= report.broken;
		} catch (error) {
			visitor.broken ??= { error };
		} finally {
			visitor.underWay -= 1;
			giveBack(report);
			if (report.end === 'taken') moveOn(visitor);
			look();
		}
	}

	/** Who waits in line behind others does not wait in vain. */
	function moveOn(served: Visitor): void {
		for (const visitor of visitors) {
			const { sender, underWay, isInLine } = visitor;
			if (visitor !== served && isInLine && underWay === 0) sender.patience.progress();
		}
	}

	function leave(visitor: Visitor): void {
		visitors.delete(visitor);
		visitor.leave();
	}

	return {
		look,
		async admit(sender) {
			await new Promise<void>((resolve, reject) => {
				const visitor: Visitor = {
					sender,
					underWay: 0,
					askedMs: -Infinity,
					isInLine: false,
					leave: () => (visitor.broken ? reject(visitor.broken.error) : resolve()),
				};
				visitors.add(visitor);
				look();
			});
		},
	};
}
