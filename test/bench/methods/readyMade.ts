import type { IDataObject, IExecuteFunctions, INodeType } from 'n8n-workflow';
import { COMMANDS_PER_BATCH, toBatch, toCommand } from '../../../nodes/portal/batch';
import { openNode } from './inEngine';
import { LOG_METHOD, type LineItem, type Method, type MethodOptions } from './method';

const TYPE = 'bench.readyMade';
const CREDENTIAL = 'bitrix24WebhookApi';
/** The node's default. */
const LANES = 5;
/** As the node's. */
const TIMEOUT_MS = 65_000;

interface Answer {
	body: { result?: { result?: IDataObject } };
}

/** n8n's HTTP helper alone: requests like the node's that are ready before the clock starts, and items handed on. */
export async function readyMade(options: MethodOptions): Promise<Method> {
	let bodies: IDataObject[] = [];
	let accepted = 0;

	async function execute(this: IExecuteFunctions) {
		const left = bodies.values();
		const lane = async () => {
			for (const body of left) {
				const taken = await send(this, body);
				accepted += taken;
			}
		};
		await Promise.all(Array.from({ length: LANES }, lane));
		return [this.getInputData()];
	}

	const run = await openNode(
		options,
		{ type: TYPE, typeVersion: 1, parameters: {} },
		{ [TYPE]: nodeOf(execute) },
	);
	return {
		prepare(items) {
			bodies = bodiesFor(items);
		},
		async write(items) {
			accepted = 0;
			await run(items);
			return accepted;
		},
	};
}

/** @returns how many lines the portal has taken */
async function send(context: IExecuteFunctions, body: IDataObject): Promise<number> {
	const { httpRequestWithAuthentication } = context.helpers;
	const answer = (await httpRequestWithAuthentication.call(context, CREDENTIAL, {
		url: 'batch',
		method: 'POST',
		body,
		json: true,
		returnFullResponse: true,
		disableFollowRedirect: true,
		ignoreHttpStatusErrors: true,
		timeout: TIMEOUT_MS,
	})) as Answer;
	return Object.keys(answer.body.result?.result ?? {}).length;
}

function bodiesFor(items: LineItem[]): IDataObject[] {
	const commands = items.map(({ eventToken, message }, item) => {
		const params = { EVENT_TOKEN: eventToken, LOG_MESSAGE: message };
		return toCommand(item, { method: LOG_METHOD, params, workflow: '' });
	});
	const requests = Math.ceil(commands.length / COMMANDS_PER_BATCH);
	return Array.from({ length: requests }, (_, request) => {
		const start = request * COMMANDS_PER_BATCH;
		return toBatch(commands.slice(start, start + COMMANDS_PER_BATCH), false);
	});
}

const nodeOf = (execute: INodeType['execute']): INodeType => ({
	description: {
		displayName: 'Ready-Made Batches',
		name: 'readyMade',
		group: ['output'],
		version: 1,
		description: 'Sends what is ready',
		defaults: { name: 'Ready-Made Batches' },
		inputs: ['main'],
		outputs: ['main'],
		credentials: [{ name: CREDENTIAL, required: true }],
		properties: [],
	},
	execute,
});
