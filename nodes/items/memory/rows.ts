import type { Clock } from '../../portal/wire/clock';
import type { Note } from './note';
import { writeFor } from './writing';

/**
 * The rows that this process works on. n8n reads and rewrites a row without a lock, so here one works on it after the
 * other; and as that costs the more the longer the row is, what has come together is written at once, with rests between.
 */
export interface Rows {
	/** How many are in use. */
	readonly size: number;
	/** Does what must not overlap with another work on the row. */
	alone<T>(row: string, work: () => Promise<T>): Promise<T>;
	/** Takes what a note has to say into the next write of its row. Never throws. */
	write(note: Note): Promise<void>;
	/** The same, without the rest before. */
	writeNow(note: Note): Promise<void>;
}

/** What is going on at one row. */
interface Work {
	users: number;
	last: Promise<unknown>;
	/** The write that is to come, and whom it is to write for. */
	next?: Promise<void>;
	notes: Set<Note>;
	rest: AbortController;
}

export function openRows(clock: Clock): Rows {
	const rows = new Map<string, Work>();

	/** A row is known here as long as somebody uses it. */
	async function use<T>(row: string, how: (work: Work) => Promise<T>): Promise<T> {
		const work = rows.get(row) ?? newWork();
		rows.set(row, work);
		work.users += 1;
		try {
			return await how(work);
		} finally {
			work.users -= 1;
			if (work.users === 0) rows.delete(row);
		}
	}

	async function write(note: Note, isUrgent: boolean): Promise<void> {
		await use(note.row, async (work) => {
			work.notes.add(note);
			if (isUrgent) work.rest.abort();
			await (work.next ??= writeNext(work));
		});
	}

	async function writeNext(work: Work): Promise<void> {
		await work.last;
		const rested = Math.min(...[...work.notes].map(({ restUntil }) => restUntil));
		await clock.wait(Math.max(0, rested - clock.now()), work.rest.signal);
		await inTurn(work, async () => {
			const notes = [...work.notes];
			Object.assign(work, { next: undefined, notes: new Set(), rest: new AbortController() });
			await writeFor(notes, clock);
		});
	}

	return {
		get size() {
			return rows.size;
		},
		alone: async (row, what) => await use(row, async (work) => await inTurn(work, what)),
		write: async (note) => await write(note, false),
		writeNow: async (note) => await write(note, true),
	};
}

const newWork = (): Work => ({
	users: 0,
	last: Promise.resolve(),
	notes: new Set(),
	rest: new AbortController(),
});

async function inTurn<T>(work: Work, what: () => Promise<T>): Promise<T> {
	const turn = work.last.then(what);
	work.last = turn.catch(() => undefined);
	return await turn;
}
