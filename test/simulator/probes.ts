import { log } from '../../nodes/BizprocLog/log.operation';
import { run } from '../../nodes/items/run';
import { toMaterial } from './drawing/material';
import type { ItemPlan } from './drawing/itemPlans';
import type { NodePlan } from './drawing/scenario';
import type { Attempt } from './n8n/attempt';
import { openContext } from './n8n/context';
import type { Installation } from './n8n/installation';
import type { N8nProcess } from './n8n/n8nProcess';
import type { World } from './world/world';

/** Limits of any length that a portal has named are over by then. */
const LATER_MS = 25 * 60 * 60 * 1000;
/** A run that cannot go on by itself is not waited for without end. */
const LONGEST_MS = 60 * 60 * 1000;
const FIRST_NUMBER = 1_000_000;

/**
 * When all executions are over, everything is well again, and a day has gone by: each process writes one line for each
 * workflow that was touched, one execution after the other, with the credentials of its portal in turn.
 */
export async function playProbes(world: World, installation: Installation): Promise<Attempt[]> {
	const { places, network, credentials, processes, workflows } = installation;
	for (const { portal } of places) portal.heal();
	for (const credential of credentials) credential.heal();
	network.heal();
	world.at(world.now() + LATER_MS, () => {});
	const untilMs = world.now() + LATER_MS;
	await world.play(() => world.now() < untilMs);

	const touched = new Set(
		network.sendings.flatMap(({ commands }) => commands.map(({ params }) => params.EVENT_TOKEN)),
	);
	const probes: Attempt[] = [];
	for (const process of processes.filter(({ isKilled }) => !isKilled)) {
		for (const [number, { token, plan }] of workflows.entries()) {
			if (number > 0 && !touched.has(token)) continue;
			const usable = credentials.flatMap((one, index) =>
				one.plan.portal === plan.portal && one.plan.flaw === undefined ? [index] : [],
			);
			if (usable.length > 0) probes.push(await probe(process, usable[number % usable.length], token));
		}
	}
	return probes;

	async function probe(process: N8nProcess, credential: number, token: string): Promise<Attempt> {
		const node: NodePlan = {
			...{ operation: 'log', credential, onError: 'continueErrorOutput', worked: false, isTool: false },
		};
		const number = FIRST_NUMBER + probes.length;
		const item: ItemPlan = { workflow: 0, token: 'good', text: 'plain', twin: false };
		const attempt: Attempt = {
			...{ number, process: process.number, lineage: number, execution: number, retry: 0, turn: 0, node },
			...{ nodeIndex: installation.nodes.length, startMs: world.now(), words: [] },
			materials: [toMaterial(item, 'log', token, `probe ${number}`, false)],
		};
		installation.addNode(node);
		const handlers: Array<() => unknown> = [];
		const context = openContext({
			...{ installation, process, attempt, mode: 'trigger', signal: new AbortController().signal },
			data: { contexts: {}, runs: {}, establishedAt: world.now(), resumeWord: `probe${number}` },
			onFinish: (handler) => handlers.push(handler),
		});
		const end = (how: Partial<Attempt>) => Object.assign(attempt, how, { endMs: world.now() });
		void run(context, log, process.memory).then(
			(items) => end({ items }),
			(error: unknown) => end({ error }),
		);
		const lastMs = world.now() + LONGEST_MS;
		await world.play(() => attempt.endMs === undefined && world.now() < lastMs);
		for (const handler of handlers) handler();
		return attempt;
	}
}
