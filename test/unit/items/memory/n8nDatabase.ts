import { createHash } from 'node:crypto';
import type { DeduplicationItemTypes, ICheckProcessedOptions } from 'n8n-workflow';

/**
 * The rows in which n8n keeps processed texts, and what its deduplication-helper.js (2.41) does with them: each step
 * reads a row and writes it back without a lock, digests in the order of their coming, the oldest cut off.
 */
export interface N8nDatabase {
	rows: Map<string, string>;
	/** As one process sees it. @param step passes time before and after; it never comes back when the process is killed */
	connect(row: string, step: () => Promise<void>): Connection;
}

export interface Connection {
	checkProcessedAndRecord(
		items: DeduplicationItemTypes[],
		scope: string,
		options: ICheckProcessedOptions,
	): Promise<{ new: DeduplicationItemTypes[]; processed: DeduplicationItemTypes[] }>;
	removeProcessed(items: DeduplicationItemTypes[]): Promise<void>;
	clearAllProcessedItems(): Promise<void>;
	getProcessedDataCount(): Promise<number>;
}

const hash = (value: DeduplicationItemTypes) => createHash('md5').update(value.toString()).digest('base64');

export function openDatabase(): N8nDatabase {
	const rows = new Map<string, string>();

	const connect = (row: string, step: () => Promise<void>): Connection => {
		async function read(): Promise<string[] | undefined> {
			await step();
			const text = rows.get(row);
			return text === undefined ? undefined : (JSON.parse(text) as string[]);
		}
		async function update(data: string[]): Promise<void> {
			await step();
			if (rows.has(row)) rows.set(row, JSON.stringify(data));
			await step();
		}
		async function insert(data: string[]): Promise<void> {
			await step();
			if (rows.has(row)) throw new Error('UNIQUE constraint failed: processed_data.context');
			rows.set(row, JSON.stringify(data));
			await step();
		}
		return {
			async checkProcessedAndRecord(items, _scope, { maxEntries }) {
				const data = await read();
				const hashes = items.map(hash);
				if (data === undefined) {
					if (maxEntries) hashes.splice(0, hashes.length - maxEntries);
					await insert(hashes);
					return { new: items, processed: [] };
				}
				const known = new Set(data);
				const found = { new: [] as DeduplicationItemTypes[], processed: [] as DeduplicationItemTypes[] };
				hashes.forEach((one, index) => {
					if (known.has(one)) found.processed.push(items[index]);
					else {
						found.new.push(items[index]);
						data.push(one);
					}
				});
				if (maxEntries) data.splice(0, data.length - maxEntries);
				await update(data);
				return found;
			},
			async removeProcessed(items) {
				const data = await read();
				if (data === undefined) return;
				for (const one of items.map(hash)) {
					const index = data.indexOf(one);
					if (index !== -1) data.splice(index, 1);
				}
				await update(data);
			},
			async clearAllProcessedItems() {
				await step();
				rows.delete(row);
				await step();
			},
			async getProcessedDataCount() {
				return (await read())?.length ?? 0;
			},
		};
	};
	return { rows, connect };
}
