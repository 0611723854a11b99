import type { RequestRecord } from '../portal/records';
import type { Kill } from './stage';

/** What became of the lines of one scene, whose first list is the one of the execution and the others those of Retries. */
export interface Judgement {
	lost: string[];
	/** Written more often than wanted, beyond what nobody could know; with what happened to them. */
	doubled: string[];
}

/** An answer of so long before a kill may not have been noted. */
const JUST_BEFORE_MS = 2000;

/**
 * @param lists what was wanted each time
 * @param kills when n8n was killed
 * @param log what stands in the log
 */
export function judge(lists: string[][], kills: Kill[], log: string[], requests: RequestRecord[]): Judgement {
	const written = countsOf(log);
	const wanted = lists.map(countsOf);
	const unclear = countsOf(
		requests
			.filter((request) => kills.some((kill) => isUnclear(request, kill)))
			.flatMap(({ commands }) => commands.map(({ params }) => String(params.LOG_MESSAGE))),
	);
	const last = wanted.at(-1)!;
	const judgement: Judgement = { lost: [], doubled: [] };
	for (const line of new Set(lists.flat())) {
		const count = written.get(line) ?? 0;
		const most = Math.max(...wanted.map((one) => one.get(line) ?? 0));
		const tooMany = Math.max(0, count - most);
		if (count < (last.get(line) ?? 0)) judgement.lost.push(line);
		if (tooMany > (unclear.get(line) ?? 0))
			judgement.doubled.push(`${line}: ${storyOf(line, requests, kills)}`);
	}
	return judgement;
}

const isUnclear = ({ startedAt, finishedAt }: RequestRecord, { from, to }: Kill): boolean =>
	startedAt < to && (finishedAt === null || finishedAt > from - JUST_BEFORE_MS);

/** When it was sent and answered, and when n8n was killed, in milliseconds since the first of it. */
function storyOf(line: string, requests: RequestRecord[], kills: Kill[]): string {
	const own = requests.filter(({ commands }) => commands.some(({ params }) => params.LOG_MESSAGE === line));
	const events = [
		...own.map(({ startedAt }) => ({ at: startedAt, what: 'sent' })),
		...own.map(({ finishedAt }) => ({ at: finishedAt ?? Infinity, what: 'answered' })),
		...kills.map(({ from }) => ({ at: from, what: 'killed' })),
	].sort((a, b) => a.at - b.at);
	return events.map(({ at, what }) => `${what} ${Math.round(at - events[0].at)}`).join(', ');
}

function countsOf(lines: string[]): Map<string, number> {
	const counts = new Map<string, number>();
	for (const line of lines) counts.set(line, (counts.get(line) ?? 0) + 1);
	return counts;
}
