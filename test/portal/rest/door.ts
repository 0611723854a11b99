/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { runBatch } from '../batch/batch';
import type { Desk } from '../desk';
import { distort, type Ending } from '../faults/distort';
import type { Fault } from '../faults/fault';
import { refusalOf } from '../faults/refusal';
import { html, refusal, type Reply, send, success } from '../http/reply';
import type { RequestBuckets } from '../limits/requestBuckets';
import type { RequestRecord } from '../records';
import { authorize } from './authorization';
import { type Call, readCall } from './call';
import { type Done, findMethod, runCommand } from './command';
import { orRefusal, Refusal } from './errors';
import { preciseNow, timeOf } from './time';

/** Where every request to /rest comes in: reads it, notes it, lets a fault strike or answers it. */
export class Door {
	readonly requests: RequestRecord[] = [];

	constructor(
		private readonly desk: Desk,
		private readonly buckets: RequestBuckets,
	) {}

	async open(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const client = request.socket.remoteAddress!;
		const call = await readCall(request);
		this.requests.push(call.record);
		await this.wait(this.desk.rules.latencyMs);
		const ending = this.sendOn(request) ?? (await this.meet(call, client));
		if (ending === 'silence') return;
		call.record.finishedAt = preciseNow();
		if (ending === 'drop') {
			request.socket.destroy();
			return;
		}
		call.record.status = ending.status;
		send(response, ending);
	}

	/** To where the portal has moved, if this request came to another address. */
	private sendOn({ headers, url }: IncomingMessage): Reply | undefined {
		const { movedTo } = this.desk;
		if (movedTo === undefined || headers.host === new URL(movedTo).host) return undefined;
		return html(302, { Location: `${movedTo}${url}` });
	}

	private async meet(call: Call, client: string): Promise<Ending> {
		const fault = this.desk.faults.strike('request', call.method, call.params);
		return fault ? await this.strike(fault, call, client) : await this.answer(call, client);
	}

	private async strike(fault: Fault, call: Call, client: string): Promise<Ending> {
		const refused = refusalOf(fault, this.desk.meter);
		if (refused) return this.refuse(call, refused);
		if (fault.kind === 'delay') await this.wait(fault.ms);
		const runs = ['delay', 'dropAfter'].includes(fault.kind) || ('ran' in fault && fault.ran);
		const answer = runs
			? await this.answer(call, client)
			: success(true, timeOf(preciseNow(), this.desk.rules.zone));
		return distort(answer, fault);
	}

	/** The answer of a portal in good health. */
	private async answer(call: Call, client: string): Promise<Reply> {
		const outcome = await orRefusal(this.carryOut(call, client));
		return outcome instanceof Refusal ? this.refuse(call, outcome) : success(outcome.result, outcome.time);
	}

	private async carryOut(call: Call, client: string): Promise<Done> {
		const { desk } = this;
		const { method: name, params } = call;
		const start = preciseNow();
		this.buckets.fill(desk.rules.requestLimit, client);
		// The portal looks for the method before it looks at credentials.
		findMethod(desk, name);
		const caller = authorize(desk, call.credentials);
		if (!call.batch) return await runCommand(desk, { name, params, caller, inBatch: false });
		const limit = desk.rules.operatingLimit;
		if (limit?.charged === 'batch') desk.meter.check(limit, `${caller} batch`);
		const result = await runBatch(desk, caller, params, call.batch);
		const reading = desk.meter.reading(limit, `${caller} batch`);
		return { result, time: timeOf(start, desk.rules.zone, reading) };
	}

	private refuse(call: Call, reason: Refusal): Reply {
		if (!call.batch) call.record.commands[0].error = String(reason.code);
		return refusal(reason);
	}

	private async wait(ms: number): Promise<void> {
		if (ms > 0) await sleep(ms, undefined, { signal: this.desk.closing });
	}
}
