/* eslint-disable @n8n/community-nodes/no-restricted-imports -- plays n8n, which runs in Node */
import { setMaxListeners } from 'node:events';
import type { ExecutionPlan, Scenario } from '../drawing/scenario';
import type { World } from '../world/world';
import type { Attempt } from './attempt';
import { recovered, type Beginning, type Execution, type Running } from './execution';
import type { Installation } from './installation';
import { whileAlive } from './n8nProcess';
import { openRuns } from './runs';

/** All executions of a scenario, with what people do to them: Stop, Retry, and killing the process. */
export interface Executions {
	readonly all: Execution[];
	readonly attempts: Attempt[];
	/** Executions that go on, or that somebody is going to try again. */
	open(): number;
	start(plan: ExecutionPlan): void;
	/** Kills the process in this place. */
	kill(place: number): void;
}

/** n8n's own work before the handlers of nodes get their turn. */
const FINISHING_MS = 20;

export function openExecutions(
	world: World,
	scenario: Scenario,
	installation: Installation,
	random: () => number,
): Executions {
	const all: Execution[] = [];
	const runs = openRuns(world, scenario, installation, random);
	const running = new Set<Running>();
	let open = 0;
	let lineages = 0;

	function start(plan: ExecutionPlan): void {
		const lineage = lineages++;
		open += 1;
		const data = {
			...{ contexts: {}, runs: {}, establishedAt: world.now() },
			resumeWord: `word${lineage}x${random()}`,
		};
		begin(plan, lineage, 0, { run: 0, list: 'same', data });
	}

	function begin(plan: ExecutionPlan, lineage: number, retry: number, beginning: Beginning): void {
		const process = installation.process(plan.process);
		const execution: Execution = {
			...{ number: all.length, lineage, plan, process, retry, startMs: world.now() },
			...{ status: 'running', attempts: [] },
		};
		all.push(execution);
		const stop = new AbortController();
		setMaxListeners(Infinity, stop.signal);
		const own: Running = {
			...{
				execution,
				started: new Set(),
				finished: new Set(),
				signal: stop.signal,
				handlers: [],
				isStored: false,
			},
			stored: { ...beginning, data: structuredClone(beginning.data) },
		};
		running.add(own);
		let finishing: Promise<void> | undefined;
		if (plan.stopMs !== undefined && retry === 0) {
			world.at(world.now() + plan.stopMs, () => {
				if (execution.status !== 'running') return;
				noteStop(execution);
				stop.abort();
				// n8n does not wait for its nodes with what is to be done at the end.
				finishing = finish(own);
			});
		}
		void (async () => {
			await runs.later(process, random() * 3);
			const failedAt = await runs.play(own, beginning);
			own.failedAt = failedAt;
			if (execution.status === 'running') execution.status = failedAt === undefined ? 'success' : 'failed';
			await (finishing ?? finish(own));
			execution.endMs = world.now();
			running.delete(own);
			if (failedAt === undefined) open -= 1;
			else tryAgain(execution, failedAt);
		})();
	}

	function noteStop(execution: Execution): void {
		execution.status = 'stopped';
		execution.stopMs = world.now();
		const current = execution.attempts.at(-1);
		if (current && current.endMs === undefined) current.stopMs = world.now();
	}

	async function finish(own: Running): Promise<void> {
		const { execution, handlers } = own;
		const { process } = execution;
		await runs.later(process, random() * FINISHING_MS);
		own.isStored = true;
		for (const handler of handlers) {
			try {
				await whileAlive(process, Promise.resolve(handler()));
			} catch {
				// n8n notes it and goes on.
			}
		}
	}

	/** A person presses Retry, if the plan says so. */
	function tryAgain({ plan, lineage, retry }: Execution, beginning: Beginning): void {
		const next = plan.afterwards[retry];
		if (next === undefined) {
			open -= 1;
			return;
		}
		// Only where the nodes before run again can they hand over another list.
		const list = beginning.stored ? beginning.list : next.list;
		world.at(world.now() + next.afterMs, () => begin(plan, lineage, retry + 1, { ...beginning, list }));
	}

	function kill(place: number): void {
		const killed = installation.kill(place);
		for (const own of [...running].filter(({ execution }) => execution.process === killed)) {
			const { execution } = own;
			running.delete(own);
			execution.endMs = world.now();
			execution.isCutOff = true;
			for (const attempt of execution.attempts) {
				if (attempt.endMs === undefined) attempt.killedMs = world.now();
			}
			if (own.isStored) {
				if (own.failedAt) tryAgain(execution, own.failedAt);
				else open -= 1;
				continue;
			}
			execution.status = 'killed';
			tryAgain(execution, recovered(own));
		}
	}

	return { all, attempts: runs.attempts, open: () => open, start, kill };
}
