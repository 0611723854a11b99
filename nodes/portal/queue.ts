import { openGroup } from './batch';
import type { Command } from './command';
import type { Room } from './limits/room';

/**
 * The commands of one run in their order, as they are taken for one request after the other. What belongs to one
 * workflow stays in its order; what cannot go now waits here, and holds nothing that others need.
 */
export interface Queue {
	/**
	 * The next commands of one method for one request; none if nothing can go now.
	 * @param mostBytes that it may carry
	 */
	take(room: Room, mostBytes?: number): Command[];
	/** They did not run, and go again ahead of what comes after them, not before the given time. */
	putBack(commands: Command[], againMs: number): void;
	/** When something that was put back can go again, in unix milliseconds; Infinity when there is none. */
	againMs(nowMs: number): number;
	/** Nothing is left to be taken. */
	isOver(): boolean;
	/** Takes away what waits because it cannot go. */
	removeHeld(): Command[];
	/** Takes away what waits for the same workflow. */
	removeLine(command: Command): Command[];
	/** All that is left, one after the other; the queue is over then. */
	rest(): Iterable<Command>;
}

/** So far it is looked for commands that can go: what is passed by has to be kept in memory. */
const LOOK_AHEAD = 2000;

interface Line {
	commands: Command[];
	againMs: number;
}

/** @param inOrder nothing goes ahead of an earlier command, whatever its workflow */
export function openQueue(source: Iterator<Command>, inOrder: boolean): Queue {
	/** What was passed by or put back, by what it has to keep its order with; all of it comes before the source. */
	const lines = new Map<string, Line>();
	let waiting = 0;
	let isRead = false;
	const mostWaiting = inOrder ? 1 : LOOK_AHEAD;

	/** A command that touches no workflow keeps its order with nothing. */
	const lineOf = ({ workflow, item }: Command): string => (inOrder ? '' : workflow || `\0${item}`);

	function read(): Command | undefined {
		if (isRead) return undefined;
		const { value, done } = source.next();
		isRead = done === true;
		return done ? undefined : value;
	}

	function wait(command: Command): void {
		const name = lineOf(command);
		const line = lines.get(name);
		if (line) line.commands.push(command);
		else lines.set(name, { commands: [command], againMs: 0 });
		waiting += 1;
	}

	function take(room: Room, mostBytes?: number): Command[] {
		const group = openGroup(mostBytes);
		let most = 0;
		let isFull = false;

		/** Puts a command into the group if it can go with the others. */
		function add(command: Command): boolean {
			const [first] = group.commands;
			if (isFull || !room.isFree(command.workflow) || (first && first.method !== command.method))
				return false;
			if (!first) most = room.most(command.method);
			if (most === 0) return false;
			const isAdded = group.add(command);
			isFull = !isAdded || group.isFull() || group.commands.length >= most;
			return isAdded;
		}

		for (const [name, line] of lines) {
			if (isFull) break;
			if (line.againMs > room.nowMs) continue;
			let taken = 0;
			while (taken < line.commands.length && add(line.commands[taken])) taken += 1;
			waiting -= taken;
			if (taken === line.commands.length) lines.delete(name);
			else if (taken > 0) line.commands.splice(0, taken);
		}
		while (!isFull && waiting < mostWaiting) {
			const command = read();
			if (command === undefined) break;
			if (lines.has(lineOf(command)) || !add(command)) wait(command);
		}
		return group.commands;
	}

	function removeHeld(): Command[] {
		const held = [...lines.values()].flatMap(({ commands }) => commands);
		lines.clear();
		waiting = 0;
		return held;
	}

	return {
		take,
		removeHeld,
		removeLine(command) {
			const { commands } = lines.get(lineOf(command)) ?? { commands: [] };
			lines.delete(lineOf(command));
			waiting -= commands.length;
			return commands;
		},
		putBack(commands, againMs) {
			for (const command of [...commands].reverse()) {
				const name = lineOf(command);
				const line = lines.get(name) ?? { commands: [], againMs: 0 };
				line.commands.unshift(command);
				line.againMs = Math.max(line.againMs, againMs);
				lines.set(name, line);
			}
			waiting += commands.length;
		},
		againMs(nowMs) {
			let nextMs = Infinity;
			for (const line of lines.values()) if (line.againMs > nowMs) nextMs = Math.min(nextMs, line.againMs);
			return nextMs;
		},
		isOver() {
			if (waiting > 0) return false;
			const command = read();
			if (command !== undefined) wait(command);
			return command === undefined;
		},
		*rest() {
			yield* removeHeld();
			for (let command = read(); command !== undefined; command = read()) yield command;
		},
	};
}
