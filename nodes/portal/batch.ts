import type { IDataObject } from 'n8n-workflow';
import type { Call, Command, Outcome, Settled } from './command';
import { toQuery } from './wire/query';
import { isObject } from './answers/reply';
import type { Subject } from './answers/subject';
import { readError, unreadable } from './answers/verdict';

/** @see https://apidocs.bitrix24.com/settings/how-to-call-rest-api/batch.html */
export const COMMANDS_PER_BATCH = 50;
/** Fifty lines of 60 KB would be a request of several megabytes, which the web server of many portals refuses. */
export const BYTES_PER_BATCH = 512 * 1024;
/** PHP drops what a query holds beyond `max_input_vars`, 1000 unless set otherwise, and says nothing. */
const TEXTS_PER_COMMAND = 900;

/** Makes a command of a call. Foreign text is encoded here, once. @param inDoubt an earlier answer to it was lost */
export function toCommand(item: number, call: Call, inDoubt = false): Command {
	let alone = false;
	const { text, count } = toQuery(call.params, (part) => {
		alone ||= mayBeReplaced(part);
	});
	alone ||= count > TEXTS_PER_COMMAND;
	return { ...call, item, text: `${call.method}?${text}`, alone, inDoubt, putOffs: 0 };
}

/**
 * In a batch the portal replaces text like `$result[key]` by results of earlier commands, also in the middle of a
 * word, and there is no escape: percent-encoding is undone before. Such text may only travel alone.
 */
const mayBeReplaced = (text: string): boolean =>
	text.includes('$') && text.split(/[\t\n\v\f\r ]/).some(holdsReference);

function holdsReference(word: string): boolean {
	const start = word.search(/\$(?:result|next|total|time|error)/i);
	return start !== -1 && word.indexOf('[', start) !== -1;
}

/** Commands that travel in one request. */
export interface Group {
	readonly commands: Command[];
	/** @returns false if the command has to go with another request; the group is full from then on */
	add(command: Command): boolean;
	isFull(): boolean;
}

/** @param mostBytes of commands in one request; one alone may be larger */
export function openGroup(mostBytes = BYTES_PER_BATCH): Group {
	const commands: Command[] = [];
	let bytes = 0;
	let full = false;

	return {
		commands,
		isFull: () => full,
		add(command) {
			if (full) return false;
			const { alone, text } = command;
			const size = alone ? mostBytes : text.length;
			full = commands.length > 0 && bytes + size > mostBytes;
			if (full) return false;
			commands.push(command);
			bytes += size;
			full = alone || commands.length >= COMMANDS_PER_BATCH;
			return true;
		},
	};
}

/** The body of a `batch` request. With `stopAtFirst` the portal runs nothing after the first command it refuses. */
export function toBatch(commands: Command[], stopAtFirst: boolean): IDataObject {
	const cmd: IDataObject = {};
	for (const command of commands) cmd[keyOf(command)] = command.text;
	return { halt: stopAtFirst ? 1 : 0, cmd };
}

/** PHP turns maps with numbers as keys into lists, and then nobody knows whose error it was: hence the letters. */
const keyOf = ({ item }: Command): string => `item_${item}`;

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
		const outcome = outcomeOf(result, keyOf(command), subject);
		if (outcome) {
			settled.push({ command, outcome });
			stopped ||= stopAtFirst && !outcome.ok;
		} else if (stopped) {
			skipped.push(command);
		} else {
			settled.push({ command, outcome: { ok: false, failure: unreadable(subject) } });
		}
	}
	return { settled, skipped };
}

/** @returns undefined for a command that the portal does not mention */
function outcomeOf(result: IDataObject, key: string, subject: Subject): Outcome | undefined {
	const refusal = entry(result.result_error, key);
	const answer = entry(result.result, key);
	// It did both, or said so: nobody can tell which is true.
	if (refusal && answer?.value) return { ok: false, failure: unreadable(subject) };
	if (refusal) return { ok: false, failure: readError(refusal.value, 'call', subject) };
	return answer && { ok: true, result: answer.value };
}

const entry = (map: unknown, key: string): { value: unknown } | undefined =>
	isObject(map) && Object.hasOwn(map, key) ? { value: map[key] } : undefined;

/** The `time` blocks of the commands that succeeded. */
export const timesOf = ({ result_time: times }: IDataObject): unknown[] =>
	isObject(times) ? Object.values(times) : [];
