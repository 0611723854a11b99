import { DataDeduplicationService } from 'n8n-core';
import type { IDataDeduplicator } from 'n8n-workflow';
import { openDatabase, type Connection } from '../unit/items/memory/n8nDatabase';

/** What n8n's database does for the texts that nodes have processed, in memory: one row for each node. */
export interface KeptMarks {
	failFromNowOn(): void;
}

let kept: Promise<KeptMarks> | undefined;

/** One for all stages of a process: n8n takes no second one. */
export const keepMarks = async (): Promise<KeptMarks> => await (kept ??= open());

async function open(): Promise<KeptMarks> {
	const database = openDatabase();
	let fails = false;
	const step = async () => {
		if (fails) throw new Error('the database is full');
	};
	const rowOf = (node: { id?: string } | undefined): Connection => database.connect(node?.id ?? '', step);

	const store: Partial<IDataDeduplicator> = {
		checkProcessedAndRecord: async (items, scope, { node }, options) =>
			await rowOf(node).checkProcessedAndRecord(items, scope, options),
		removeProcessed: async (items, _scope, { node }) => await rowOf(node).removeProcessed(items),
		clearAllProcessedItems: async (_scope, { node }) => await rowOf(node).clearAllProcessedItems(),
		getProcessedDataCount: async (_scope, { node }) => await rowOf(node).getProcessedDataCount(),
	};
	await DataDeduplicationService.init(store as IDataDeduplicator);
	return { failFromNowOn: () => (fails = true) } as KeptMarks;
}
