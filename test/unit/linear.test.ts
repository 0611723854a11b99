/* eslint-disable @n8n/community-nodes/no-restricted-globals -- measures processor time */
import { exportedReaders } from './linear/exported';
import { NOT_FOREIGN, READERS } from './linear/readers';
import { WORST_TEXTS } from './linear/worstTexts';

/**
 * Whoever writes the texts of items, answers and posts must not be able to stop n8n with them: all its executions wait
 * while one text is read. What takes time that grows with the square of the length takes minutes for a megabyte.
 */

/** From small to large, so that what is too slow is seen before it takes minutes. */
const FEW = 2 ** 11;
const MANY = 2 ** 16;
const MEGABYTE = 2 ** 20;
/** Of processor time, so that a busy machine does no harm; what is linear takes a hundredth. */
const LONGEST_MS = { [FEW]: 500, [MANY]: 1000, [MEGABYTE]: 4000 };
/** So many of the texts that take a function longest are tried with a megabyte. */
const WORST = 4;

async function millisecondsOf(work: () => unknown): Promise<number> {
	const before = process.cpuUsage();
	await work();
	const { user, system } = process.cpuUsage(before);
	return (user + system) / 1000;
}

const texts = new Map<string, string>();

function textOf(what: string, length: number): string {
	const known = texts.get(`${what} ${length}`) ?? WORST_TEXTS[what](length);
	texts.set(`${what} ${length}`, known);
	return known;
}

async function expectShort(name: string, what: string, length: number): Promise<number> {
	const text = textOf(what, length);
	const took = await millisecondsOf(async () => await READERS[name](text));
	const isShort = took < LONGEST_MS[length];
	expect({ what, length, took: isShort ? 'short' : took }).toEqual({ what, length, took: 'short' });
	return took;
}

it.each(Object.keys(READERS))('%s takes no longer for a megabyte than it should', async (name) => {
	const took: Array<[what: string, milliseconds: number]> = [];
	for (const what of Object.keys(WORST_TEXTS)) {
		await expectShort(name, what, FEW);
		took.push([what, await expectShort(name, what, MANY)]);
	}
	took.sort(([, a], [, b]) => b - a);
	for (const [what] of took.slice(0, WORST)) await expectShort(name, what, MEGABYTE);
});

it('Every function that may be given foreign text is among them', () => {
	const isListed = (name: string) => name in READERS || NOT_FOREIGN.some((known) => name.startsWith(known));
	expect(exportedReaders().filter((name) => !isListed(name))).toEqual([]);
});

it('What is called harmless is there', () => {
	const exported = exportedReaders();
	const isThere = (known: string) => exported.some((name) => name.startsWith(known));
	expect(NOT_FOREIGN.filter((known) => known in READERS || !isThere(known))).toEqual([]);
});
