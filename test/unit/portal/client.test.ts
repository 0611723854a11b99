import type { IDataObject } from 'n8n-workflow';
import { subjectOf } from '../../../nodes/portal/answers/subject';
import { toCommand } from '../../../nodes/portal/batch';
import { callMany, type CallOptions } from '../../../nodes/portal/client';
import { openPortalTime } from '../../../nodes/portal/portalTime';
import { openAccounts } from '../../../nodes/portal/limits/accounts';
import { openDoor } from '../../../nodes/portal/limits/door';
import { openTime, type VirtualTime } from './limits/pace/time';

/** How the commands of one run are put into requests, with nothing of n8n's and no network. */

const NO_LIMITS = { waitMs: () => 0, sent() {}, taken() {}, refused() {}, unsent() {} };
const subject = subjectOf({ noun: 'value', done: 'read', effect: 'read' });

/** A portal that takes a second for whatever it is asked. */
function openPortal(time: VirtualTime) {
	const accounts = openAccounts();
	const requests: Array<{ method: string; commands: number; sentMs: number }> = [];
	const connection = {
		portal: {
			clock: time,
			accounts,
			door: openDoor(time, NO_LIMITS, accounts),
			time: openPortalTime(),
			renewals: new Map<string, number>(),
		},
		credential: 'credential',
		async send(method: string, body: IDataObject) {
			const keys = Object.keys((body.cmd ?? {}) as IDataObject);
			requests.push({ method, commands: Math.max(1, keys.length), sentMs: time.now() });
			await time.wait(1000);
			const result = { result: Object.fromEntries(keys.map((key) => [key, true])) };
			return { kind: 'answered' as const, status: 200, body: { result } };
		},
	};
	return { connection, requests };
}

it('Commands that touch no workflow use all lanes and whole batches', async () => {
	const time = openTime();
	const { connection, requests } = openPortal(time);
	const options: CallOptions = { connection, maxWaitMs: 1000, lanes: 5, stopAtFirst: false, subject };
	const commands = Array.from({ length: 500 }, (_, item) =>
		toCommand(item, { method: 'some.list', params: {}, workflow: '' }),
	);
	const told: number[] = [];
	const running = callMany(
		commands,
		(settled) => told.push(...settled.map(({ command }) => command.item)) > 0,
		options,
	);
	await time.runPromises();
	await running;

	expect([...told].sort((a, b) => a - b)).toEqual(commands.map(({ item }) => item));
	expect(requests.map(({ commands: count }) => count)).toEqual(Array(10).fill(50));
	expect(requests.map(({ sentMs }) => sentMs)).toEqual([...Array(5).fill(0), ...Array(5).fill(1000)]);
});

it('Commands of several methods go in requests of one method each, and in their order', async () => {
	const time = openTime();
	const { connection, requests } = openPortal(time);
	const options: CallOptions = { connection, maxWaitMs: 1000, lanes: 1, stopAtFirst: false, subject };
	const methods = ['one.list', 'one.list', 'other.list', 'one.list'];
	const commands = methods.map((method, item) => toCommand(item, { method, params: {}, workflow: '' }));
	const told: number[] = [];
	const running = callMany(
		commands,
		(settled) => told.push(...settled.map(({ command }) => command.item)) > 0,
		options,
	);
	await time.runPromises();
	await running;
	expect(requests.map(({ method, commands: count }) => [method, count])).toEqual([
		['batch', 3],
		['other.list', 1],
	]);
	expect(told).toEqual([0, 1, 3, 2]);
});
