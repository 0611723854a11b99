import { lineEntry, overEntry, runEntry } from './entries';

/** Which of some entries are there. */
export type Find = (entries: string[]) => Promise<string[]>;

/** A run of an earlier sitting. Each of its noted lines can be claimed once. */
export interface EarlierRun {
	readonly run: number;
	/** All that was found of it, and its end, which is looked for only when something else is to be claimed. */
	entries(): string[];
	readonly hasClaims: boolean;
	/** Nothing is left to be claimed. */
	readonly isUsedUp: boolean;
	/** @returns how many of each line were found, no more than are wanted; only lines of which any were */
	claim(wanted: Map<string, number>): Promise<Map<string, number>>;
	/** Sees whether the run came to its end with what is claimed. Of one that was killed nobody knows the end. */
	seeWhetherUsedUp(): Promise<void>;
}

export function openEarlierRun(execution: string, run: number, find: Find): EarlierRun {
	/** How many of equal lines are claimed. */
	const claims = new Map<string, number>();
	/** There are no more of them. */
	const exhausted = new Set<string>();
	const found = [runEntry(execution, run)];
	let claimed = 0;
	let isUsedUp = false;

	const end = () => overEntry(execution, run, claimed);

	return {
		run,
		entries: () => [...found, end()],
		get hasClaims() {
			return claimed > 0;
		},
		get isUsedUp() {
			return isUsedUp;
		},
		async claim(wanted) {
			const asked = new Map<string, string>();
			for (const [line, count] of wanted) {
				if (exhausted.has(line)) continue;
				const before = claims.get(line) ?? 0;
				for (let time = before + 1; time <= before + count; time += 1) {
					asked.set(lineEntry(execution, run, line, time), line);
				}
			}
			const counts = new Map<string, number>();
			for (const entry of await find([...asked.keys()])) {
				add(counts, asked.get(entry)!, 1);
				found.push(entry);
				claimed += 1;
			}
			for (const line of asked.values()) if (counts.get(line) !== wanted.get(line)) exhausted.add(line);
			for (const [line, count] of counts) add(claims, line, count);
			return counts;
		},
		async seeWhetherUsedUp() {
			isUsedUp = (await find([end()])).length > 0;
		},
	};
}

function add(counts: Map<string, number>, line: string, count: number): void {
	counts.set(line, (counts.get(line) ?? 0) + count);
}
