/** One run of a node, as far as others in this process have to wait for it. */
export interface Party {
	/** A workflow that was held by another run is now held by this one. */
	handed(workflow: string): void;
}

interface Hold {
	by: Party;
	/** In the order in which they came. */
	waiting: Set<Party>;
}

/**
 * The workflows that this process has a request under way for, whichever execution, node or credential it is of: the
 * portal refuses a second call for a workflow while it works on the first.
 */
const holds = new Map<string, Hold>();

/**
 * @param workflow empty: the call touches none, so it waits for none
 * @returns whether the workflow is held by this party now; if not, it will be handed over in its turn
 */
export function enter(workflow: string, party: Party): boolean {
	if (workflow === '') return true;
	const hold = holds.get(workflow);
	if (hold === undefined) {
		holds.set(workflow, { by: party, waiting: new Set() });
		return true;
	}
	if (hold.by === party) return true;
	hold.waiting.add(party);
	return false;
}

/** Gives a workflow to the next who waits for it. A party that only waits is taken off the list. */
export function leave(workflow: string, party: Party): void {
	const hold = holds.get(workflow);
	if (hold === undefined) return;
	if (hold.by !== party) {
		hold.waiting.delete(party);
		return;
	}
	const [next] = hold.waiting;
	if (next === undefined) {
		holds.delete(workflow);
		return;
	}
	hold.waiting.delete(next);
	hold.by = next;
	next.handed(workflow);
}
