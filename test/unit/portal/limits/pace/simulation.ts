import { openPace, type Pace } from '../../../../../nodes/portal/limits/pace/pace';
import { openTime, randomFrom, type VirtualTime } from './time';

/** A portal's bucket and those who ask it. Defaults: an ordinary plan, one process, one request at a time, no latency. */
export interface Scene {
	burst?: number;
	perSecond?: number;
	/** Of each process. */
	requests?: number;
	/** They work off all requests together, as workers do with one queue. */
	processes?: number;
	/** Requests that one process has in flight at most. */
	lanes?: number;
	/** There and back; between these, spread evenly. */
	latencyMs?: [number, number];
	/** What the portal works on a request that it takes. */
	workMs?: number;
	/** Requests a second of somebody else, who shrugs off refusals. */
	neighbour?: number;
	fullAtStart?: boolean;
	/** What changes while they are at it. */
	change?: { atMs: number; perSecond: number; neighbour?: number };
	seed?: number;
}

export interface Course {
	seconds: number;
	/** What the limits alone, or the latency with so many lanes, would take. */
	idealSeconds: number;
	/** Refusals for each request. */
	refusedShare: number;
	/** When, in milliseconds. */
	takenAt: number[];
	refusedAt: number[];
}

/** Plays a scene in virtual time. The same seed gives the same course. */
export function play(scene: Scene): Course {
	const { burst = 50, perSecond = 2, requests = 400, processes = 1, lanes = 1, workMs = 0 } = scene;
	const { latencyMs = [0, 0], neighbour = 0, fullAtStart = false, change, seed = 1 } = scene;
	const time = openTime();
	const random = randomFrom(seed);
	const bucket = openBucket(time, burst, perSecond, fullAtStart ? burst : 0);
	const total = requests * processes;
	const takenAt: number[] = [];
	const refusedAt: number[] = [];
	let toSend = total;

	const ask = (answer: (isTaken: boolean) => void) => {
		const travelMs = (latencyMs[0] + random() * (latencyMs[1] - latencyMs[0])) / 2;
		time.at(time.now() + travelMs, () => {
			const isTaken = bucket.fill();
			(isTaken ? takenAt : refusedAt).push(time.now());
			time.at(time.now() + travelMs + (isTaken ? workMs : 0), () => {
				if (!isTaken) toSend += 1;
				answer(isTaken);
			});
		});
	};
	for (let process = 0; process < processes; process += 1) {
		time.at(
			process * 7,
			runProcess(openPace(), time, lanes, ask, () => toSend-- > 0 || (toSend++, false)),
		);
	}

	let rest = neighbour;
	const disturb = () => {
		if (rest > 0) bucket.fill();
		time.at(time.now() + 1000 / (rest || 1), disturb);
	};
	time.at(333, disturb);
	if (change) {
		time.at(change.atMs, () => {
			bucket.leakAt(change.perSecond);
			rest = change.neighbour ?? rest;
		});
	}
	time.run(() => takenAt.length < total);

	const byLimits = (total - (fullAtStart ? 0 : burst)) / (perSecond - neighbour);
	const byLatency = ((requests / lanes) * ((latencyMs[0] + latencyMs[1]) / 2 + workMs)) / 1000;
	return {
		seconds: time.now() / 1000,
		idealSeconds: Math.max(byLimits, byLatency),
		refusedShare: refusedAt.length / total,
		takenAt,
		refusedAt,
	};
}

/** Sends what there is to send, as soon as its pace and its lanes allow. */
function runProcess(
	pace: Pace,
	time: VirtualTime,
	lanes: number,
	ask: (answer: (isTaken: boolean) => void) => void,
	take: () => boolean,
): () => void {
	let inFlight = 0;
	let alarm = 0;
	return function send() {
		while (inFlight < lanes) {
			const waitMs = pace.waitMs(time.now());
			const mine = ++alarm;
			if (waitMs > 0) return time.at(time.now() + waitMs, () => mine === alarm && send());
			if (!take()) return time.at(time.now() + 1000, () => mine === alarm && send());
			pace.reserve(time.now());
			inFlight += 1;
			ask((isTaken) => {
				inFlight -= 1;
				if (isTaken) pace.taken(time.now());
				else pace.refused(time.now());
				send();
			});
		}
	};
}

/** The portal's leaky bucket. A refused request does not fill it. */
export function openBucket({ now }: VirtualTime, burst: number, perSecond: number, startLevel = 0) {
	let level = startLevel;
	let leak = perSecond;
	let at = now();
	const drain = () => {
		level = Math.max(0, level - ((now() - at) / 1000) * leak);
		at = now();
	};
	return {
		fill(): boolean {
			drain();
			if (level + 1 > burst + 1e-9) return false;
			level += 1;
			return true;
		},
		leakAt(newPerSecond: number) {
			drain();
			leak = newPerSecond;
		},
	};
}
