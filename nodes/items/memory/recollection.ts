import { openEarlierRun, type EarlierRun, type Find } from './earlierRun';
import { digestOf, lookingEntry, runEntry } from './entries';
import type { Store } from './store';

/** What earlier sittings of an execution have noted at one node. Only those that were killed leave anything. */
export interface Recollection {
	/**
	 * Finds which items' lines were accepted before. Each noted line counts once, whatever is asked for later.
	 * Must not overlap with other work on the row.
	 * @param settled runs that a page speaks for, when this is asked first
	 * @throws if nobody can say
	 */
	recall(sent: Iterable<[number, string]>, settled: Set<number>): Promise<Set<number>>;
	/** The runs found. */
	runs(): EarlierRun[];
}

/** Runs are numbered without large gaps. */
const RUNS_AT_ONCE = 64;
/** Few enough to hold n8n's process up for a moment only. */
const ENTRIES_AT_ONCE = 5000;

export function openRecollection(execution: string, store: Store): Recollection {
	const looking = lookingEntry(execution);
	let runs: EarlierRun[] | undefined;
	let hasLooked = false;
	let isLooking = false;

	/** What is looked for is put in for a moment. If that does not come to its end, nothing that is found counts. */
	async function find(entries: string[]): Promise<string[]> {
		if (isLooking) throw new Error('an earlier look-up has failed');
		isLooking = true;
		const found: string[] = [];
		for (let start = 0; start < entries.length; start += ENTRIES_AT_ONCE) {
			const known = await store.find([...entries.slice(start, start + ENTRIES_AT_ONCE), looking]);
			const wasLooking = known.at(-1) === looking;
			// Later in this sitting it only means that another process has brought it back.
			if (wasLooking && !hasLooked) throw new Error('an earlier look-up was cut off');
			hasLooked = true;
			found.push(...(wasLooking ? known.slice(0, -1) : known));
		}
		isLooking = false;
		return found;
	}

	return {
		runs: () => runs ?? [],
		async recall(sent, settled) {
			if (runs === undefined) runs = (await store.isEmpty()) ? [] : await findRuns(execution, find, settled);
			else for (const run of runs) if (run.hasClaims && !run.isUsedUp) await run.seeWhetherUsedUp();
			const open = runs.filter(({ isUsedUp }) => !isUsedUp);
			return open.length > 0 ? await claim(open, sent) : new Set();
		},
	};
}

async function findRuns(execution: string, find: Find, settled: Set<number>): Promise<EarlierRun[]> {
	const runs: EarlierRun[] = [];
	const lastSettled = Math.max(-1, ...settled);
	for (let first = 0; ; first += RUNS_AT_ONCE) {
		const block = Array.from({ length: RUNS_AT_ONCE }, (_, index) => first + index);
		const open = block.filter((run) => !settled.has(run));
		const asked = new Map(open.map((run) => [runEntry(execution, run), run]));
		const found = await find([...asked.keys()]);
		runs.push(...found.map((entry) => openEarlierRun(execution, asked.get(entry)!, find)));
		if (found.length === 0 && first > lastSettled) return runs;
	}
}

async function claim(runs: EarlierRun[], sent: Iterable<[number, string]>): Promise<Set<number>> {
	const open = new Map<string, number[]>();
	for (const [item, text] of sent) {
		const line = digestOf(text);
		const equals = open.get(line);
		if (equals) equals.push(item);
		else open.set(line, [item]);
	}
	const claimed = new Set<number>();
	for (const run of runs) {
		if (open.size === 0) break;
		const wanted = new Map([...open].map(([line, items]) => [line, items.length]));
		for (const [line, count] of await run.claim(wanted)) {
			const items = open.get(line)!;
			for (const item of items.splice(0, count)) claimed.add(item);
			if (items.length === 0) open.delete(line);
		}
	}
	return claimed;
}
