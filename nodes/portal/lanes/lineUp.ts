import { openGroup } from '../batch';
import type { Command } from '../command';
import { enter, leave, type Party } from './atWork';

/**
 * The commands of one run in their order, as its lanes take them away. While a request is under way for a workflow, the
 * other commands for it stay here, so that its lines arrive in item order and no two requests for it ever overlap.
 */
export interface LineUp {
	/** Resolves once something can be taken: true; or once nothing is left to wait for, or the run has ended: false. */
	ready(): Promise<boolean>;
	/** The next commands for one request; their workflows are held until they are done. */
	take(size: number): Command[];
	done(commands: Command[]): void;
	/** All that was not taken. Nothing can be taken afterwards. */
	close(): Iterable<Command>;
}

/** So far a lane looks for commands whose workflows are free: what it passes by has to be kept in memory. */
const LOOK_AHEAD = 2000;

/**
 * @param inOrder nothing goes ahead of an earlier command, whatever its workflow
 * @param over aborted when nothing is taken any more
 */
export function openLineUp(commands: Iterable<Command>, inOrder: boolean, over: AbortSignal): LineUp {
	const source = commands[Symbol.iterator]();
	let coming = source.next();
	/** Commands whose workflow is busy, by workflow; all of them come before `coming`. */
	const parked = new Map<string, Command[]>();
	let parkedCount = 0;
	const mostParked = inOrder ? 1 : LOOK_AHEAD;
	/** Workflows of parked commands that this run holds, and that no request is under way for. */
	const free = new Set<string>();
	const underWay = new Set<string>();
	let wake: Array<() => void> = [];

	const party: Party = {
		handed(workflow) {
			free.add(workflow);
			changed();
		},
	};

	function changed(): void {
		const sleepers = wake;
		wake = [];
		for (const resume of sleepers) resume();
	}
	over.addEventListener('abort', changed);

	function park(command: Command): void {
		const line = parked.get(command.workflow);
		if (line) line.push(command);
		else parked.set(command.workflow, [command]);
		parkedCount += 1;
	}

	/** Whether the command may go now; its workflow is held then. */
	function mayGo({ workflow }: Command): boolean {
		return !parked.has(workflow) && !underWay.has(workflow) && enter(workflow, party);
	}

	/** Parks what is busy until something is free. */
	function lookAhead(): boolean {
		while (free.size === 0 && !coming.done && parkedCount < mostParked) {
			const command = coming.value;
			const mine = mayGo(command);
			park(command);
			if (mine) free.add(command.workflow);
			coming = source.next();
		}
		return free.size > 0;
	}

	async function ready(): Promise<boolean> {
		while (!over.aborted) {
			if (lookAhead()) return true;
			if (coming.done && parkedCount === 0) return false;
			await new Promise<void>((resume) => wake.push(resume));
		}
		return false;
	}

	function take(size: number): Command[] {
		if (over.aborted || !lookAhead()) return [];
		const group = openGroup(size);
		for (const workflow of free) {
			const line = parked.get(workflow)!;
			let taken = 0;
			while (taken < line.length && group.add(line[taken])) taken += 1;
			if (taken === 0) break;
			parkedCount -= taken;
			if (taken === line.length) parked.delete(workflow);
			else parked.set(workflow, line.slice(taken));
			free.delete(workflow);
			underWay.add(workflow);
		}
		const own = new Set(group.commands.map(({ workflow }) => workflow));
		while (!coming.done && !group.isFull() && parkedCount < mostParked) {
			const command = coming.value;
			const isOwn = own.has(command.workflow) && !parked.has(command.workflow);
			if (!isOwn && !mayGo(command)) {
				park(command);
			} else if (group.add(command)) {
				own.add(command.workflow);
			} else {
				if (!isOwn) leave(command.workflow, party);
				break;
			}
			coming = source.next();
		}
		for (const workflow of own) underWay.add(workflow);
		return group.commands;
	}

	function done(finished: Command[]): void {
		for (const workflow of new Set(finished.map((command) => command.workflow))) {
			underWay.delete(workflow);
			leave(workflow, party);
			if (!over.aborted && parked.has(workflow) && enter(workflow, party)) free.add(workflow);
		}
		changed();
	}

	function close(): Iterable<Command> {
		for (const workflow of parked.keys()) if (!underWay.has(workflow)) leave(workflow, party);
		changed();
		return rest();
	}

	function* rest(): Generator<Command> {
		for (const line of parked.values()) yield* line;
		for (; !coming.done; coming = source.next()) yield coming.value;
	}

	return { ready, take, done, close };
}
