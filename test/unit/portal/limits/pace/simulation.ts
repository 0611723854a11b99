import { openPace } from '../../../../../nodes/portal/limits/pace/pace';
import { randomFrom } from '../../../../simulator/world/random';
import { openTime, type VirtualTime } from './time';

type Range = [from: number, to: number];

/** A portal's bucket and those who ask it. Defaults: an ordinary plan, one process, five lanes, 50 ms there and back. */
export interface Scene {
	burst?: number;
	perSecond?: number;
	processes?: number;
	/** Requests of each process, its own. */
	each?: number;
	/** Requests that one process has in flight at most; drawn for each process. */
	lanes?: Range;
	/** There and back; drawn for each request. */
	latencyMs?: Range;
	/** What the portal works on a request that it takes; drawn for each request. */
	workMs?: Range;
	/** All processes start within so long. */
	startWithinMs?: number;
	/** One more process comes later. */
	late?: { atMs: number; requests: number };
	/** The first process has only so many requests. */
	firstHas?: number;
	/** Requests a second of somebody else, who shrugs off refusals. */
	neighbour?: number;
	/** The portal refuses everything in between. */
	blockedMs?: Range;
	/** What changes while they are at it. */
	change?: { atMs: number; perSecond?: number; neighbour?: number };
	seed?: number;
}

export interface Process {
	startMs: number;
	/** When the last of its requests was taken. */
	doneMs: number;
	askedAt: number[];
	takenAt: number[];
	refusals: number;
}

export interface Course {
	/** Until the last process is done, by what the limits alone, or the lanes, would take. */
	timesIdeal: number;
	/** Refusals for each request that was taken. */
	refusedShare: number;
	/** Jain's index of what each got taken per second while all were at work: 1 when all got the same. */
	fairness: number;
	processes: Process[];
}

/** Plays a scene in virtual time. The same seed gives the same course. */
export function play(scene: Scene): Course {
	const { burst = 50, perSecond = 2, processes = 1, neighbour = 0, change, late } = scene;
	const { each = Math.round(400 / processes), startWithinMs = 50, firstHas = each, seed = 1 } = scene;
	const time = openTime();
	const random = randomFrom(seed);
	const portal = openPortal(time, burst, perSecond, scene.blockedMs);
	const works: Work[] = [];
	const start = (startMs: number, requests: number) => {
		works.push(startProcess(scene, { time, random, portal, startMs, requests }));
	};
	for (let index = 0; index < processes; index += 1) {
		start(index === 0 ? 0 : random() * startWithinMs, index === 0 ? firstHas : each);
	}
	if (late) start(late.atMs, late.requests);

	let rest = neighbour;
	const disturb = () => {
		if (rest > 0) portal.takes();
		time.at(time.now() + 1000 / (rest || 1), disturb);
	};
	time.at(333, disturb);
	if (change) {
		time.at(change.atMs, () => {
			portal.leakAt(change.perSecond ?? perSecond);
			rest = change.neighbour ?? rest;
		});
	}
	time.run(() => works.some(({ left }) => left > 0));

	const total = works.reduce((sum, { requests }) => sum + requests, 0);
	const refusals = works.reduce((sum, { process }) => sum + process.refusals, 0);
	const byLimits = (total - burst) / (perSecond - neighbour);
	const idealSeconds = Math.max(byLimits, ...works.map(({ byLanesSeconds }) => byLanesSeconds));
	return {
		timesIdeal: time.now() / 1000 / idealSeconds,
		refusedShare: refusals / total,
		fairness: fairnessOf(works.map(({ process }) => process)),
		processes: works.map(({ process }) => process),
	};
}

function fairnessOf(processes: Process[]): number {
	const firstDoneMs = Math.min(...processes.map(({ doneMs }) => doneMs));
	const rates = processes.map(
		({ startMs, takenAt }) =>
			takenAt.filter((at) => at <= firstDoneMs).length / Math.max(1, firstDoneMs - startMs),
	);
	const sum = rates.reduce((left, right) => left + right, 0);
	return sum ** 2 / (rates.length * rates.reduce((left, right) => left + right ** 2, 0));
}

interface Work {
	process: Process;
	requests: number;
	left: number;
	byLanesSeconds: number;
}

interface Start {
	time: VirtualTime;
	random: () => number;
	portal: Portal;
	startMs: number;
	requests: number;
}

/** A process sends what it has to send, as soon as its pace and its lanes allow. */
function startProcess(scene: Scene, { time, random, portal, startMs, requests }: Start): Work {
	const { lanes: lanesRange = [5, 5], latencyMs = [40, 60], workMs = [0, 0] } = scene;
	const between = ([from, to]: Range) => from + random() * (to - from);
	const lanes = Math.round(between(lanesRange));
	const pace = openPace(random);
	const process: Process = { startMs, doneMs: Infinity, askedAt: [], takenAt: [], refusals: 0 };
	const meanMs = (latencyMs[0] + latencyMs[1] + workMs[0] + workMs[1]) / 2;
	const work: Work = {
		process,
		requests,
		left: requests,
		byLanesSeconds: (requests / lanes) * (meanMs / 1000),
	};
	let toSend = requests;
	let inFlight = 0;
	let alarm = 0;

	function ask() {
		const travelMs = between(latencyMs) / 2;
		const workedMs = between(workMs);
		time.at(time.now() + travelMs, () => {
			const isTaken = portal.takes();
			if (isTaken) {
				process.takenAt.push(time.now());
				work.left -= 1;
				if (work.left === 0) process.doneMs = time.now();
			} else {
				process.refusals += 1;
			}
			time.at(time.now() + travelMs + (isTaken ? workedMs : 0), () => {
				inFlight -= 1;
				if (!isTaken) toSend += 1;
				pace[isTaken ? 'taken' : 'refused'](time.now());
				send();
			});
		});
	}
	function send() {
		while (inFlight < lanes && toSend > 0) {
			const waitMs = pace.waitMs(time.now());
			const mine = ++alarm;
			if (waitMs > 0) return time.at(time.now() + waitMs, () => mine === alarm && send());
			pace.sent(time.now());
			process.askedAt.push(time.now());
			toSend -= 1;
			inFlight += 1;
			ask();
		}
	}
	time.at(startMs, send);
	return work;
}

interface Portal {
	/** One request comes; false when it is refused, which does not fill the bucket. */
	takes(): boolean;
	leakAt(perSecond: number): void;
}

function openPortal(
	{ now }: VirtualTime,
	burst: number,
	perSecond: number,
	blockedMs: Range = [0, 0],
): Portal {
	let level = 0;
	let leak = perSecond;
	let at = now();
	const drain = () => {
		level = Math.max(0, level - ((now() - at) / 1000) * leak);
		at = now();
	};
	return {
		takes() {
			drain();
			const isBlocked = now() >= blockedMs[0] && now() < blockedMs[1];
			if (isBlocked || level + 1 > burst + 1e-9) return false;
			level += 1;
			return true;
		},
		leakAt(newPerSecond) {
			drain();
			leak = newPerSecond;
		},
	};
}
