import { DataDeduplicationService } from 'n8n-core';
import type { DeduplicationItemTypes, IDataDeduplicator } from 'n8n-workflow';

/** What n8n's database does for `helpers.checkProcessedAndRecord`, in memory: one set for each node. */
export interface KeptMarks {
	/** The next removal does not happen, as if the process had been killed, and nothing can be stored meanwhile. */
	cutOffNextRemoval(): void;
	failFromNowOn(): void;
}

export async function keepMarks(): Promise<KeptMarks> {
	const sets = new Map<string, Set<DeduplicationItemTypes>>();
	let cutOff = false;
	let fails = false;
	const setOf = (node = '') => sets.get(node) ?? sets.set(node, new Set()).get(node)!;

	const store: Partial<IDataDeduplicator> = {
		async checkProcessedAndRecord(items, _scope, { node }) {
			if (fails) throw new Error('the database is full');
			const set = setOf(node?.id);
			const processed = items.filter((item) => set.has(item));
			const unknown = items.filter((item) => !set.has(item));
			for (const item of unknown) set.add(item);
			return { new: unknown, processed };
		},
		async removeProcessed(items, _scope, { node }) {
			if (cutOff) {
				cutOff = false;
				throw new Error('cut off');
			}
			for (const item of items) setOf(node?.id).delete(item);
		},
	};
	await DataDeduplicationService.init(store as IDataDeduplicator);
	return { cutOffNextRemoval: () => (cutOff = true), failFromNowOn: () => (fails = true) } as KeptMarks;
}
