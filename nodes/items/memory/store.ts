import type { IExecuteFunctions } from 'n8n-workflow';

/**
 * A set of texts that n8n keeps in its database for this node, at once and for all its processes. n8n made it for its
 * node Remove Duplicates. It is one row, which each step reads and writes back as a whole, without a lock; a text cannot
 * be looked up without being put in; the oldest fall out first. So no two steps of one process may overlap.
 */
export interface Store {
	/**
	 * @param own how many the caller has in all: beside them the latest of others are kept
	 * @returns those that were not in the set
	 */
	add(texts: string[], own: number): Promise<Set<string>>;
	/** Which of the texts are in the set, in their order. Those that are not are in it meanwhile, the last one longest. */
	find(texts: string[]): Promise<string[]>;
	isEmpty(): Promise<boolean>;
	/** Takes out what belongs to an execution that is over. */
	forget(texts: string[]): Promise<void>;
}

/** Half a megabyte in n8n's database. */
const MOST_OF_OTHERS = 20_000;
/** To take a text out n8n compares it with all from the start of the row: so many take about a tenth of a second. */
const COMPARISONS_AT_ONCE = 2e7;
/** So few are not worth looking how long the row is. */
const FEW = 200;
const MANY = 1000;

export function openStore({ helpers }: IExecuteFunctions): Store {
	/** Two processes may make the row at the same time, and the database takes only one of them. */
	async function put(texts: string[], most?: number): Promise<Set<string>> {
		const options = { mode: 'entries', maxEntries: most } as const;
		const step = async () => await helpers.checkProcessedAndRecord(texts, 'node', options);
		const { new: unknown } = await step().catch(step);
		return new Set(unknown.map(String));
	}

	const count = async () => await helpers.getProcessedDataCount('node', { mode: 'entries' });

	async function remove(texts: string[]): Promise<void> {
		const size = texts.length <= FEW ? FEW : Math.max(FEW, Math.floor(COMPARISONS_AT_ONCE / (await count())));
		for (let start = 0; start < texts.length; start += size) {
			await helpers.removeProcessed(texts.slice(start, start + size), 'node', { mode: 'entries' });
		}
	}

	return {
		add: async (texts, own) => await put(texts, MOST_OF_OTHERS + own),
		isEmpty: async () => (await count()) === 0,
		async find(texts) {
			const unknown = await put(texts);
			await remove([...unknown]);
			return texts.filter((text) => !unknown.has(text));
		},
		async forget(texts) {
			if (texts.length <= MANY) return await remove(texts);
			// Those are put back that another process has written over, so that the count tells whether others have any.
			await put(texts);
			if ((await count()) <= texts.length) {
				return await helpers.clearAllProcessedItems('node', { mode: 'entries' });
			}
			await put([], MOST_OF_OTHERS);
			await remove(texts.slice(-MOST_OF_OTHERS));
		},
	};
}
