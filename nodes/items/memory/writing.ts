import type { Clock } from '../../portal/wire/clock';
import type { Note } from './note';

/** A rest is so many times as long as the write before it took, */
const REST = 10;
/** and no longer than this: what is answered meanwhile would be sent again after a kill. */
const LONGEST_REST_MS = 1000;

/** One write for all notes of a row that have something to say. Never throws: they say it again next time. */
export async function writeFor(notes: Note[], clock: Clock): Promise<void> {
	const startedAt = clock.now();
	let rest = LONGEST_REST_MS;
	try {
		await put(notes.filter(({ isOver }) => !isOver));
		rest = Math.min(rest, REST * (clock.now() - startedAt));
	} catch (error) {
		for (const note of notes) note.failed(error as Error);
	}
	for (const note of notes) note.restUntil = clock.now() + rest;
}

async function put(notes: Note[]): Promise<void> {
	const texts = notes.flatMap((note) => note.take());
	const own = notes.reduce((sum, { size }) => sum + size, 0);
	const unknown = await notes[0].store.add(texts, own);
	for (const note of notes) note.taken(unknown);
}
