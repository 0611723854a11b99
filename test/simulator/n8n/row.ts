/** Who asks n8n's database. */
export interface Client {
	process: number;
	lineage: number;
}

/** What an operation makes of the texts of a row. */
export interface Change<T> {
	/** Undefined: nothing is written. */
	after?: string[];
	added?: Set<string>;
	taken?: Set<string>;
	/** More than the row may hold. */
	pushedOut?: Set<string>;
	answer: T;
}

/** The texts that n8n keeps for one node, with whose they are. */
export interface Row {
	name: string;
	texts: string[];
	owners: Map<string, Client>;
}

/** What nobody wanted, found out when a row is written. */
export interface Accidents {
	/** What one execution of a process has written over what another one of the same process had stored. */
	readonly clashes: string[];
	/** Texts that another process has brought back after they were removed. */
	readonly revived: Set<string>;
	/** When one process has written over what another one had stored. */
	readonly robberies: Array<{ row: string; victim: Client; ms: number }>;
}

export const newRow = (name: string): Row => ({ name, texts: [], owners: new Map() });

const NONE = new Set<string>();

/** Writes a row back as a whole, whatever has happened to it since it was read. */
export function write(
	row: Row,
	{ after = [], added = NONE, taken = NONE, pushedOut = NONE }: Change<unknown>,
	client: Client,
	{ clashes, revived, robberies }: Accidents,
	ms: number,
): void {
	const kept = new Set(after);
	for (const text of row.texts) {
		const owner = row.owners.get(text);
		if (kept.has(text) || taken.has(text) || owner === undefined) continue;
		robberies.push({ row: row.name, victim: owner, ms });
		if (owner.process === client.process && !pushedOut.has(text)) clashes.push(text);
	}
	const before = new Set(row.texts);
	for (const text of after) {
		if (added.has(text)) {
			row.owners.set(text, client);
			revived.delete(text);
		} else if (!before.has(text)) {
			revived.add(text);
			row.owners.set(text, client);
		}
	}
	row.texts = after;
}
