import type { Desk } from '../desk';
import { refusalOf } from '../faults/refusal';
import { isPhpArray, newPhpArray, toJsonShape, upperCaseKeys } from '../php/array';
import { parseStr } from '../php/parseStr';
import { parseUrl } from '../php/parseUrl';
import { isEmpty } from '../php/truth';
import type { CommandRecord } from '../records';
import { CREDENTIAL_PARAMETERS } from '../rest/authorization';
import { runCommand, type Done } from '../rest/command';
import { BATCH_LENGTH_EXCEEDED, BATCH_METHOD_NOT_ALLOWED, orRefusal, Refusal } from '../rest/errors';
import type { Caller } from '../rest/method';
import { type BatchState, substitute } from './substitution';

/** https://apidocs.bitrix24.com/settings/how-to-call-rest-api/batch.html */
const MAX_BATCH_LENGTH = 50;
/** `batch` itself, and the transports of files. */
const NOT_IN_A_BATCH = /^batch$|(?:^|\.)(?:download|upload)$/i;

export type BatchCommand = CommandRecord & { key: string };

/** The commands of a request in order; what is not a text is skipped without a word, but counts. */
export function readCommands(params: Record<string, unknown>): Array<BatchCommand | undefined> {
	const { CMD: cmd } = upperCaseKeys(params);
	if (!isPhpArray(cmd)) return [];
	return Object.entries(cmd).map(([key, text]) => {
		if (typeof text !== 'string') return undefined;
		const { path, query } = parseUrl(text);
		const given = parseStr(query);
		for (const name of CREDENTIAL_PARAMETERS) delete given[name];
		return { key, method: path ?? '', params: given };
	});
}

/** Runs the commands one after another. Whatever happens to them, the batch itself succeeds. */
export async function runBatch(
	desk: Desk,
	caller: Caller,
	params: Record<string, unknown>,
	commands: Array<BatchCommand | undefined>,
): Promise<unknown> {
	const halt = !isEmpty(upperCaseKeys(params).HALT);
	const [result, error, time] = [newPhpArray(), newPhpArray(), newPhpArray()];
	const state = { result, error, time, total: newPhpArray(), next: newPhpArray() };
	for (const [index, command] of commands.entries()) {
		if (!command) continue;
		const outcome = await orRefusal(runOne(desk, caller, command, index, state));
		if (outcome instanceof Refusal) {
			error[command.key] = outcome.body;
			command.error = String(outcome.code);
			if (halt) break;
		} else {
			result[command.key] = outcome.result;
			time[command.key] = outcome.time;
		}
	}
	return {
		result: toJsonShape(result),
		result_error: toJsonShape(error),
		result_total: toJsonShape(state.total),
		result_next: toJsonShape(state.next),
		result_time: toJsonShape(time),
	};
}

async function runOne(
	desk: Desk,
	caller: Caller,
	{ method, params }: BatchCommand,
	index: number,
	state: BatchState,
): Promise<Done> {
	if (index >= MAX_BATCH_LENGTH) throw BATCH_LENGTH_EXCEEDED;
	if (NOT_IN_A_BATCH.test(method)) throw BATCH_METHOD_NOT_ALLOWED;
	const fault = desk.faults.strike('command', method.toLowerCase(), params);
	const refusal = fault && refusalOf(fault, desk.meter);
	if (refusal) throw refusal;
	const values = substitute(params, state) as Record<string, unknown>;
	return await runCommand(desk, { name: method, params: values, caller, inBatch: true });
}
