import type { DatabasePlan } from '../drawing/scenario';
import type { World } from '../world/world';
import { newRow, write, type Accidents, type Change, type Client, type Row } from './row';

/** Texts that n8n keeps for a node: one row, read and written back as a whole, without a lock. */
export interface Database extends Accidents {
	/** @param most that are kept, the latest of all */
	check(
		row: string,
		texts: string[],
		most: number,
		client: Client,
	): Promise<{ new: string[]; processed: string[] }>;
	count(row: string, client: Client): Promise<number>;
	remove(row: string, texts: string[], client: Client): Promise<void>;
	/** The row is gone. */
	clear(row: string, client: Client): Promise<void>;
	readonly operations: DatabaseOperation[];
	/** What the nodes of this package have left, by the row it is in. */
	entries(): Array<{ text: string; row: string }>;
	forget(process: number): void;
}

export interface DatabaseOperation {
	client: Client;
	kind: 'check' | 'remove' | 'count' | 'clear';
	texts: number;
	startMs: number;
	/** When it was written; undefined: never. */
	writtenMs?: number;
	failed: boolean;
}

export function openDatabase(world: World, plan: DatabasePlan, random: () => number): Database {
	const rows = new Map<string, Row>();
	const operations: DatabaseOperation[] = [];
	const forgotten = new Set<number>();
	const failing = new Set(plan.failing);
	const accidents: Accidents = { clashes: [], revived: new Set(), robberies: [] };

	/** Time goes by between reading and writing; a killed process never learns what came of it. */
	async function operate<T>(
		name: string,
		kind: DatabaseOperation['kind'],
		client: Client,
		texts: number,
		change: (before: string[]) => Change<T>,
	): Promise<T> {
		const operation: DatabaseOperation = { client, kind, texts, startMs: world.now(), failed: false };
		const number = operations.push(operation) - 1;
		const step = async () =>
			await new Promise<void>((resolve) => {
				world.at(world.now() + random() * plan.ms, () => !forgotten.has(client.process) && resolve());
			});
		await step();
		if (failing.has(number)) {
			operation.failed = true;
			throw new Error('The database is locked');
		}
		const found = rows.get(name);
		const changed = change([...(found?.texts ?? [])]);
		if (changed.after === undefined) return changed.answer;
		await step();
		const row = rows.get(name) ?? newRow(name);
		if (found === undefined && rows.has(name)) {
			operation.failed = true;
			throw new Error('UNIQUE constraint failed: processed_data.workflowId, processed_data.context');
		}
		rows.set(name, row);
		write(row, changed, client, accidents, world.now());
		operation.writtenMs = world.now();
		return changed.answer;
	}

	return {
		...accidents,
		operations,
		check: async (row, texts, most, client) =>
			await operate(row, 'check', client, texts.length, (before) => {
				// Whatever others may hold in the row of an old version: they came first and are cut off first.
				const others = plan.filled && before.length === 0 ? filling(most) : [];
				const known = new Set(before);
				const fresh = texts.filter((text) => !known.has(text));
				const after = [...others, ...before, ...fresh];
				const pushedOut = new Set(after.splice(0, Math.max(0, after.length - most)));
				const answer = { new: fresh, processed: texts.filter((text) => known.has(text)) };
				return { after, added: new Set(fresh), pushedOut, answer };
			}),
		count: async (row, client) =>
			await operate(row, 'count', client, 0, ({ length }) => ({ answer: length })),
		async clear(name, client) {
			await operate(name, 'clear', client, 0, () => ({ answer: undefined }));
			const row = rows.get(name);
			// Whose each text is cannot be told within a process, as one execution writes for several.
			const own = row?.texts.filter((text) => row.owners.get(text)?.process === client.process);
			if (row)
				write(row, { after: [], taken: new Set(own), answer: undefined }, client, accidents, world.now());
			rows.delete(name);
		},
		remove: async (row, texts, client) =>
			await operate(row, 'remove', client, texts.length, (before) => {
				const taken = new Set(texts);
				const after = rows.has(row) ? before.filter((text) => !taken.has(text)) : undefined;
				return { after, taken, answer: undefined };
			}),
		entries: () =>
			[...rows].flatMap(([row, { texts, owners }]) =>
				texts.filter((text) => owners.has(text)).map((text) => ({ text, row })),
			),
		forget: (process) => forgotten.add(process),
	};
}

const MOST_OTHERS = 2000;

const filling = (most: number): string[] =>
	Array.from({ length: Math.min(most, MOST_OTHERS) - 1 }, (_, index) => `other ${index}`);
