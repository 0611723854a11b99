import type { Attempt } from '../n8n/attempt';
import { isPutOff, type Sending, type Sent } from '../portal/sending';
import type { Evidence } from './evidence';

/** By when an answer is noted in n8n's database at the latest, besides the time of the database itself. */
const NOTED_MS = 1000;
/** Readings and writings for one note: its own, and one that was under way. */
const OPERATIONS_PER_NOTE = 6;

/**
 * What the portal accepted shortly before a kill, so that nobody could have noted it: it was on its way, or had just
 * been answered, or belonged to a run of a single request, which is not noted at all. Only this may be doubled.
 */
export function isUncertain(evidence: Evidence, attempt: Attempt, sending: Sending): boolean {
	const { scenario, installation, attempts, sendings } = evidence;
	const { killedMs } = killOf(evidence, attempt);
	if (killedMs === undefined) return false;
	if (scenario.oldN8n || scenario.database.filled || scenario.database.failing.length > 0) return true;
	if (wasRobbed(evidence, attempt, killedMs)) return true;
	if (attempt.node.isTool || attempt.node.operation === 'send') return true;
	if (sending.overMs === undefined || sending.overMs >= killedMs) return true;

	const ofExecution = attempts.filter(({ execution }) => execution === attempt.execution);
	const requests = (one: Attempt) =>
		sendings.filter(
			(each) => each.from.attempt === one.number && each.sentMs < killedMs && mayHaveSettled(each),
		);
	/** When the node has learnt that a run takes more than one request: by the first answer. */
	const toldMs = (one: Attempt) => Math.min(...requests(one).map(({ overMs = Infinity }) => overMs));
	const noted = ofExecution.filter(
		(one) => one.nodeIndex === attempt.nodeIndex && requests(one).length > 1 && toldMs(one) < killedMs,
	);
	if (noted.length === 0) return true;

	const { operations } = installation.database;
	const wasWritten = operations.some(
		({ client, kind, startMs, writtenMs }) =>
			client.process === attempt.process &&
			client.lineage === attempt.lineage &&
			kind === 'check' &&
			startMs >= sending.overMs! &&
			writtenMs !== undefined &&
			writtenMs < killedMs,
	);
	if (wasWritten && noted.includes(attempt)) return false;
	const atOnce = attempts.filter(
		({ process, startMs }) => process === attempt.process && startMs <= killedMs,
	).length;
	const since = Math.max(sending.overMs, Math.min(...noted.map(toldMs)));
	return killedMs - since < NOTED_MS + OPERATIONS_PER_NOTE * 2 * scenario.database.ms * (1 + atOnce);
}

/** Another process has written over what this one had noted, and there was no time to put it back before the kill. */
function wasRobbed({ installation }: Evidence, { process, nodeIndex }: Attempt, killedMs: number): boolean {
	const { robberies, operations } = installation.database;
	const { id } = installation.nodes[nodeIndex];
	return robberies.some(
		({ row, victim, ms }) =>
			row === id &&
			victim.process === process &&
			!operations.some(
				({ client, kind, startMs, writtenMs = Infinity }) =>
					client.process === process && kind === 'check' && startMs >= ms && writtenMs < killedMs,
			),
	);
}

/** A run is counted by requests that brought an outcome, or may still; not by one that was put off as a whole. */
const mayHaveSettled = (sending: Sending): boolean =>
	sending.overMs === undefined ||
	sending.isUnclear ||
	sending.commands.some((sent) => sent.acceptedMs !== undefined || isSettledRefusal(sent));

const isSettledRefusal = (sent: Sent): boolean =>
	sent.refusal !== undefined && !isPutOff(sent) && sent.refusal !== 'expired_token';

/** The execution that this try belongs to was killed, during the try or after it. */
function killOf({ executions }: Evidence, { execution }: Attempt): { killedMs?: number } {
	const { status, endMs } = executions[execution];
	return { killedMs: status === 'killed' ? endMs : undefined };
}

/** What was accepted of one key. */
export const acceptedOf = (sendings: Sending[], key: string): Sent[] =>
	sendings.flatMap(({ commands }) =>
		commands.filter((sent) => sent.acceptedMs !== undefined && sent.key === key),
	);
