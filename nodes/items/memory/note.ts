import { digestOf, lineEntry, overEntry, runEntry } from './entries';
import type { Store } from './store';

/** What one sitting of an execution has to say of its accepted lines at one node, and has said so far. */
export interface Note {
	/** The name of the execution. */
	readonly execution: string;
	/** The row of the node. */
	readonly row: string;
	readonly store: Store;
	/** From now on every line is written at once: a run took more than one request, or a killed process has written. */
	isKept: boolean;
	/** The execution has ended, and what was noted is being taken out: nothing is written any more. */
	isOver: boolean;
	/** No write before, except the last one of a run. */
	restUntil: number;
	/** How many entries there are. */
	readonly size: number;
	/** How many of them are not written yet. */
	readonly news: number;
	/** A line that was accepted in a run. */
	add(run: number, sent: string): void;
	/** No line will follow in this run. */
	close(run: number): void;
	/** What goes into the next write: the news, and the last write once more, which shows whether it is still there. */
	take(): string[];
	/**
	 * That was written. If another process has undone an earlier write, the next one takes everything.
	 * @param unknown what was not there before
	 */
	taken(unknown: Set<string>): void;
	/** That was not written. */
	failed(error: Error): void;
	all(): string[];
}

export interface NoteOptions {
	execution: string;
	row: string;
	store: Store;
	warn(message: string): void;
}

/** 2.7 MB in n8n's database. What an execution sends beyond is not noted. */
const MOST_ENTRIES = 100_000;

export function openNote({ execution, row, store, warn }: NoteOptions): Note {
	/** By run, how often each line was accepted. */
	const runs = new Map<number, Map<string, number>>();
	const ends = new Map<number, string>();
	let size = 0;
	let news: string[] = [];
	let taking: string[] = [];
	/** What must be in the row: the very first entry, which would be the first to fall out, and the last write. */
	let probe: string[] = [];
	let hasWarned = false;

	function say(entry: string): void {
		news.push(entry);
		size += 1;
	}

	function open(run: number): Map<string, number> {
		const lines = new Map<string, number>();
		runs.set(run, lines);
		say(runEntry(execution, run));
		return lines;
	}

	function* entries(): Generator<string> {
		for (const [run, lines] of runs) {
			yield runEntry(execution, run);
			for (const [line, times] of lines) {
				for (let time = 1; time <= times; time += 1) yield lineEntry(execution, run, line, time);
			}
		}
		yield* ends.values();
	}

	return {
		...{ execution, row, store, isKept: false, isOver: false, restUntil: 0 },
		all: () => [...entries()],
		get size() {
			return size;
		},
		get news() {
			return news.length;
		},
		add(run, sent) {
			if (size >= MOST_ENTRIES) return;
			const lines = runs.get(run) ?? open(run);
			const line = digestOf(sent);
			const time = (lines.get(line) ?? 0) + 1;
			lines.set(line, time);
			say(lineEntry(execution, run, line, time));
		},
		close(run) {
			const lines = runs.get(run);
			if (lines === undefined || ends.has(run)) return;
			const count = [...lines.values()].reduce((sum, times) => sum + times, 0);
			ends.set(run, overEntry(execution, run, count));
			say(ends.get(run)!);
		},
		take() {
			taking = news;
			news = [];
			return [...probe, ...taking];
		},
		taken(unknown) {
			if (probe.some((entry) => unknown.has(entry))) {
				news = [...entries()];
				probe = [];
				return;
			}
			const [first] = entries();
			probe = taking[0] === first ? taking : [first, ...taking];
		},
		failed({ message }) {
			news = [...taking, ...news];
			if (!hasWarned) warn(`Accepted lines could not be noted in n8n's database: ${message}`);
			hasWarned = true;
		},
	};
}
