import type { IExecuteFunctions } from 'n8n-workflow';

/**
 * A set of texts that n8n keeps in its database for this node, at once and for all its processes. n8n made it for its
 * node Remove Duplicates; a set is all it offers: a text cannot be looked up without being put in.
 */
export interface Marks {
	add(texts: string[]): Promise<void>;
	remove(texts: string[]): Promise<void>;
	/** Which of the texts are in the set. */
	find(texts: string[]): Promise<Set<string>>;
}

/** What is kept for all executions of the node; older ones fall out. */
const MOST_ENTRIES = 2000;
const OPTIONS = { mode: 'entries', maxEntries: MOST_ENTRIES } as const;

export function openMarks({ helpers }: IExecuteFunctions): Marks {
	const put = async (texts: string[]) => await helpers.checkProcessedAndRecord(texts, 'node', OPTIONS);
	/** Two processes may put in the very first text at the same time, and the database takes only one of them. */
	const putAgain = async (texts: string[]) => await put(texts).catch(async () => await put(texts));
	const remove = async (texts: string[]) => await helpers.removeProcessed(texts, 'node', OPTIONS);

	return {
		remove,
		async add(texts) {
			await putAgain(texts);
		},
		async find(texts) {
			const { new: unknown, processed } = await putAgain(texts);
			if (unknown.length > 0) await remove(unknown.map(String));
			return new Set(processed.map(String));
		},
	};
}
