import type { Attempt } from '../n8n/attempt';
import { isPutOff, type Sending } from '../portal/sending';
import { sendingsOf, type Evidence } from './evidence';

const DEFAULT_MAX_WAIT_SECONDS = 120;
/** The database, a timer that comes late, the slice in which an end is seen, the second that a renewal always has. */
const TOLERANCE_MS = 3000;

export function judgeWaits(evidence: Evidence): string[] {
	return evidence.attempts.flatMap((attempt) => {
		const { startMs, endMs, node, number } = attempt;
		const ends = endMs ?? attempt.killedMs;
		if (ends === undefined) return [];
		const own = sendingsOf(evidence, attempt);
		const waitMs = (node.maxWaitSeconds ?? DEFAULT_MAX_WAIT_SECONDS) * 1000;
		// While a new access is waited for, others in the row may make the time begin once more.
		const maxWaitMs = evidence.scenario.renewals.some(({ kind }) => kind !== 'granted') ? 2 * waitMs : waitMs;
		const progress = [...progressOf(evidence, attempt, own), ends]
			.filter((ms) => ms > startMs && ms <= ends)
			.sort((a, b) => a - b);
		let sinceMs = startMs;
		return progress.flatMap((ms) => {
			const waitedMs = ms - sinceMs;
			const longest = Math.max(0, ...own.map((one) => within(one, sinceMs, ms)));
			const from = sinceMs;
			sinceMs = ms;
			// The request that is put off, Max Wait, and the last one.
			if (waitedMs <= longest + maxWaitMs + longest + TOLERANCE_MS) return [];
			return [
				`Try ${number}: no progress for ${Math.round(waitedMs)} ms from ${Math.round(from - evidence.startMs)} ms on; Max Wait is ${maxWaitMs} ms, its longest request took ${Math.round(longest)} ms`,
			];
		});
	});
}

const within = ({ sentMs, overMs = Infinity }: Sending, fromMs: number, toMs: number): number =>
	Math.max(0, Math.min(overMs, toMs) - Math.max(sentMs, fromMs));

/** When something got through: an outcome of its own, or anybody's in the same row of this process. */
function progressOf(
	{ sendings, attempts, scenario }: Evidence,
	{ process, node, number }: Attempt,
	own: Sending[],
): number[] {
	const portalOf = (one: Attempt) => scenario.credentials[one.node.credential].portal;
	const portal = scenario.credentials[node.credential].portal;
	// A run that ends makes room, too: it may have waited for a new access with a request in its hand.
	const ends = attempts
		.filter((one) => one.process === process && one.number !== number && portalOf(one) === portal)
		.flatMap(({ endMs }) => endMs ?? []);
	const taken = sendings
		.filter((sending) => sending.overMs !== undefined && sending.from.process === process)
		.filter((sending) => own.includes(sending) || sending.portal === portal)
		.filter((sending) => hasProgress(sending, own.includes(sending), node.operation === 'log'))
		.map(({ overMs }) => overMs!);
	return [...ends, ...taken];
}

function hasProgress(sending: Sending, isOwn: boolean, once: boolean): boolean {
	const { commands, arrivedMs, isUnclear } = sending;
	// Of others the portal took something, or may have.
	const mayHaveTaken = arrivedMs !== undefined || isUnclear;
	if (!isOwn) return mayHaveTaken && !commands.every(({ refusal }) => refusal === 'QUERY_LIMIT_EXCEEDED');
	if (isUnclear) return once || commands.some(({ acceptedMs }) => acceptedMs !== undefined);
	return (
		arrivedMs !== undefined &&
		commands.some(
			(sent) =>
				sent.acceptedMs !== undefined ||
				(sent.refusal !== undefined && !isPutOff(sent) && sent.refusal !== 'expired_token'),
		)
	);
}

/** A second, and what n8n’s database needs. */
const STOP_MS = 1000;

export function judgeStops({ attempts, executions }: Evidence): string[] {
	return attempts.flatMap(({ number, execution, startMs, endMs, killedMs, stopMs }) => {
		const stoppedMs = stopMs ?? executions[execution].stopMs;
		const ends = endMs ?? killedMs;
		if (stoppedMs === undefined || ends === undefined || ends < stoppedMs) return [];
		const tookMs = ends - Math.max(stoppedMs, startMs);
		return tookMs > STOP_MS ? [`Try ${number}: it ended ${Math.round(tookMs)} ms after it was stopped`] : [];
	});
}
