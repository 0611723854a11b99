/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Desk } from '../desk';
import { insufficientScope, METHOD_NOT_FOUND } from './errors';
import type { Caller, Method, Work } from './method';
import { METHODS } from './methods';
import { preciseNow, timeOf } from './time';

/** A single call, asked for by itself or inside a batch. */
export interface Command {
	name: string;
	params: Record<string, unknown>;
	caller: Caller;
	inBatch: boolean;
}

export interface Done {
	result: unknown;
	time: Record<string, unknown>;
}

/** The method of that name, which the portal looks up in lower case first; a tariff may lack some. */
export function findMethod(desk: Desk, name: string | undefined): Method {
	const method = METHODS.get(name?.toLowerCase() ?? '');
	if (!method) throw METHOD_NOT_FOUND;
	if (method.scope === 'bizproc' && desk.rules.tariff.bizproc === false) throw METHOD_NOT_FOUND;
	return method;
}

/** Runs one command; throws the portal's Refusal. */
export async function runCommand(desk: Desk, command: Command): Promise<Done> {
	const method = findMethod(desk, command.name);
	checkScope(desk, method, command);
	const { meter, rules } = desk;
	const isCharged = !(command.inBatch && rules.operatingLimit?.charged === 'batch');
	const meterKey = `${command.caller} ${isCharged ? command.name.toLowerCase() : 'batch'}`;
	if (isCharged) meter.check(rules.operatingLimit, meterKey);
	const start = preciseNow();
	const milliseconds = rules.methodMs?.[command.name.toLowerCase()] ?? rules.commandMs;
	const work = method.prepare(desk, command.params, command.caller);
	const result = await carryOut(desk, work, milliseconds);
	meter.charge(rules.operatingLimit, meterKey);
	return { result, time: timeOf(start, rules.zone, meter.reading(rules.operatingLimit, meterKey)) };
}

/** Inside a batch the same refusal comes without a word. */
function checkScope(desk: Desk, { scope }: Method, { caller, inBatch }: Command): void {
	if (!scope || desk.rules.scope.includes(scope)) return;
	const credential = caller === 'webhook' ? 'webhook token' : 'access token';
	const text = `The request requires higher privileges than provided by the ${credential}`;
	throw insufficientScope(desk.rules.credentialStatus, inBatch ? '' : text);
}

async function carryOut({ closing, workflows }: Desk, work: Work, milliseconds: number): Promise<unknown> {
	const takeTime = async () => await sleep(milliseconds, undefined, { signal: closing });
	if ('run' in work) {
		if (milliseconds > 0) await takeTime();
		return work.run();
	}
	const workflow = workflows.enter(work.workflowId);
	try {
		if (milliseconds > 0) await takeTime();
		return work.runIn(workflow);
	} finally {
		workflows.leave(workflow);
	}
}
