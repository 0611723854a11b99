import type { IDataObject } from 'n8n-workflow';
import type { Command, Settled } from './command';
import { leavesOf, toQuery, type Leaf } from './wire/query';
import { isObject } from './answers/reply';
import type { Subject } from './answers/subject';
import { readError, unreadable } from './answers/verdict';

/** @see https://apidocs.bitrix24.com/settings/how-to-call-rest-api/batch.html */
export const COMMANDS_PER_BATCH = 50;
/** Fifty lines of 60 KB would be a request of several megabytes, which the web server of many portals refuses. */
const BYTES_PER_BATCH = 512 * 1024;
/** PHP drops what a query holds beyond `max_input_vars`, 1000 unless set otherwise, and says nothing. */
const TEXTS_PER_COMMAND = 900;

/** Commands that travel in one request. */
export interface Group {
	readonly commands: Command[];
	/** @returns false if the command has to go with another request; the group is full from then on */
	add(command: Command): boolean;
	isFull(): boolean;
}

/** @param most commands, of which the portal takes up to 50 */
export function openGroup(most = COMMANDS_PER_BATCH): Group {
	const commands: Command[] = [];
	let bytes = 0;
	let full = false;

	return {
		commands,
		isFull: () => full,
		add(command) {
			if (full) return false;
			const { alone, text } = formOf(command);
			const size = alone ? BYTES_PER_BATCH : text.length;
			full = commands.length > 0 && bytes + size > BYTES_PER_BATCH;
			if (full) return false;
			commands.push(command);
			bytes += size;
			full = alone || commands.length >= Math.min(most, COMMANDS_PER_BATCH);
			return true;
		},
	};
}

/**
 * In a batch the portal replaces text like `$result[key]` by results of earlier commands, also in the middle of a
 * word, and there is no escape: percent-encoding is undone before. Such text may only travel alone.
 */
export const mayRideInBatch = (command: Command): boolean => !formOf(command).alone;

function mayBeRead(leaves: Leaf[]): boolean {
	if (leaves.length > TEXTS_PER_COMMAND) return false;
	return !leaves.some(({ path, text }) => [...path, text].some(mayBeReplaced));
}

const mayBeReplaced = (text: string): boolean =>
	text.includes('$') && text.split(/[\t\n\v\f\r ]/).some(holdsReference);

function holdsReference(word: string): boolean {
	const start = word.search(/\$(?:result|next|total|time|error)/i);
	return start !== -1 && word.indexOf('[', start) !== -1;
}

/** The body of a `batch` request. With `stopAtFirst` the portal runs nothing after the first command it refuses. */
export function toBatch(commands: Command[], stopAtFirst: boolean): IDataObject {
	const cmd = Object.fromEntries(commands.map((command) => [keyOf(command), formOf(command).text]));
	return { halt: stopAtFirst ? 1 : 0, cmd };
}

/** PHP turns maps with numbers as keys into lists, and then nobody knows whose error it was: hence the letters. */
const keyOf = ({ item }: Command): string => `item_${item}`;

interface Form {
	/** The command as it stands in a batch. */
	text: string;
	/** It may not stand in one. */
	alone: boolean;
}

/** Both are asked before the command is sent, and once more when it is, so they are worked out once. */
const forms = new WeakMap<Command, Form>();

function formOf(command: Command): Form {
	let form = forms.get(command);
	if (form === undefined) {
		const leaves = leavesOf(command.params);
		form = { text: `${command.method}?${toQuery(leaves)}`, alone: !mayBeRead(leaves) };
		forms.set(command, form);
	}
	return form;
}

export interface BatchReading {
	settled: Settled[];
	/** Commands that the portal did not come to, because it stopped at an earlier one. */
	skipped: Command[];
}

/**
 * Finds each command's own outcome in the answer of a batch.
 * An empty map arrives as `[]`, and a good result may be null or false: only the presence of the key counts.
 */
export function readBatch(
	result: IDataObject,
	commands: Command[],
	stopAtFirst: boolean,
	subject: Subject,
): BatchReading {
	const settled: Settled[] = [];
	const skipped: Command[] = [];
	let stopped = false;
	for (const command of commands) {
		const key = keyOf(command);
		const refusal = entry(result.result_error, key);
		if (refusal) {
			settled.push({
				command,
				outcome: { ok: false, failure: readError(refusal.value as IDataObject, 'call', subject) },
			});
			stopped = stopAtFirst;
		} else if (entry(result.result, key)) {
			settled.push({ command, outcome: { ok: true, result: (result.result as IDataObject)[key] } });
		} else if (stopped) {
			skipped.push(command);
		} else {
			settled.push({ command, outcome: { ok: false, failure: unreadable(200, subject) } });
		}
	}
	return { settled, skipped };
}

const entry = (map: unknown, key: string): { value: unknown } | undefined =>
	isObject(map) && Object.hasOwn(map, key) ? { value: map[key] } : undefined;
