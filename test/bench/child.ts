/* eslint-disable @n8n/community-nodes/no-restricted-globals */
import { itemsFor, workflowsOfItems } from './lines';
import type { FromChild, Job, Measurement, MethodName, ToChild } from './messages';
import type { LineItem, Method } from './methods/method';
import { METHODS } from './methods/methods';

/** Enough for the compiler of V8 to have seen the whole way of a line. */
const WARM_UP_LINES = 1000;

const tell = (message: FromChild) => process.send!(message);

const nextGo = async () =>
	await new Promise<void>((resolve) => {
		process.once('message', () => resolve());
	});

async function measure(method: MethodName, { write }: Method, items: LineItem[]): Promise<Measurement> {
	const before = process.cpuUsage();
	const start = performance.now();
	const ending = await write(items).then(
		(accepted) => ({ accepted }),
		(error: Error) => ({ accepted: 0, broken: error.message }),
	);
	const seconds = (performance.now() - start) / 1000;
	const { user, system } = process.cpuUsage(before);
	const peakMemory = process.resourceUsage().maxRSS * 1024;
	return { method, ...ending, seconds, processorSeconds: (user + system) / 1e6, peakMemory };
}

async function warmUp({ methods, warmUp: { webhookUrl, eventToken } }: Job): Promise<void> {
	for (const name of methods) {
		// All at once they would collide in the one workflow.
		const lines = name === 'allAtOnce' ? 1 : WARM_UP_LINES;
		const items = itemsFor(workflowsOfItems(lines, 1, 'interleaved'), [eventToken]);
		const method = await METHODS[name]({ webhookUrl, plan: 'unlimited' });
		method.prepare?.(items);
		await method.write(items);
	}
}

async function carryOut(job: Job): Promise<void> {
	await warmUp(job);
	const methods: Array<[MethodName, Method]> = [];
	for (const name of job.methods) methods.push([name, await METHODS[name](job)]);
	const workflows = workflowsOfItems(job.lines, job.eventTokens.length, job.arrangement);
	const items = itemsFor(workflows, job.eventTokens);
	for (const [, method] of methods) method.prepare?.(items);

	const go = nextGo();
	tell({ kind: 'ready' });
	await go;
	const measurements: Measurement[] = [];
	for (let repetition = 0; repetition < job.repetitions; repetition += 1) {
		for (const [name, method] of methods) measurements.push(await measure(name, method, items));
	}
	tell({ kind: 'done', measurements });
}

// The source maps of n8n would be counted as memory of the methods.
process.setSourceMapsEnabled(false);

process.once('message', (message: ToChild) => {
	if (message.kind !== 'prepare') return;
	carryOut(message.job)
		.catch((error: Error) => tell({ kind: 'failed', reason: error.stack ?? error.message }))
		.finally(() => process.disconnect());
});
