import type { INodeExecutionData } from 'n8n-workflow';
import { log } from '../../../nodes/BizprocLog/log.operation';
import { send } from '../../../nodes/Bizproc/event/send.operation';
import { run } from '../../../nodes/items/run';
import { edited, namedItems, runsOf, type Named } from '../drawing/lists';
import { toMaterial } from '../drawing/material';
import type { RetryPlan, Scenario } from '../drawing/scenario';
import type { World } from '../world/world';
import type { Attempt } from './attempt';
import { openContext, type ExecutionData } from './context';
import type { Beginning, Execution, Running } from './execution';
import type { Installation } from './installation';
import { whileAlive, type N8nProcess } from './n8nProcess';

const OPERATIONS = { log, send };

/** How n8n's engine plays the runs of an execution, one after the other, each with its tries. */
export interface Runs {
	/** All tries so far, of all executions. */
	readonly attempts: Attempt[];
	/** @returns where it goes on when somebody tries again; undefined: nobody can */
	play(own: Running, beginning: Beginning): Promise<Beginning | undefined>;
	/** n8n's own time: it stands still with the process. */
	later(process: N8nProcess, ms: number): Promise<void>;
}

export function openRuns(
	world: World,
	scenario: Scenario,
	installation: Installation,
	random: () => number,
): Runs {
	const attempts: Attempt[] = [];

	async function play(own: Running, beginning: Beginning): Promise<Beginning | undefined> {
		const { execution, signal } = own;
		const { plan } = execution;
		const { list } = beginning;
		const data = structuredClone(beginning.data);
		const runs = runsOf(plan);
		for (let index = beginning.run; index < runs.length; index += 1) {
			const stored = index === beginning.run ? beginning.stored : undefined;
			const named = stored ?? newList(execution, index, list);
			const node = runs[index].node;
			own.started.add(node);
			const failed = await playRun(own, data, { index, node, named, isStored: stored !== undefined });
			// The entry of a failed run is taken away by Retry, and its list stays.
			data.runs[node] ??= 0;
			const continues = scenario.nodes[node].onError !== 'stopWorkflow';
			if (failed && !continues) return { run: index, data: structuredClone(data), stored: named, list };
			data.runs[node] += 1;
			own.finished.add(node);
			if (signal.aborted) return undefined;
			if (plan.savesProgress && index + 1 < runs.length) {
				const next = newList(execution, index + 1, list);
				own.stored = { run: index + 1, data: structuredClone(data), stored: next, list };
			}
			await later(execution.process, random() * 2);
		}
		return undefined;
	}

	/** What the nodes before hand over. */
	function newList({ plan, lineage, retry }: Execution, index: number, list: RetryPlan['list']): Named[] {
		const turn = runsOf(plan)[index];
		return edited(namedItems(turn, plan.commonTexts ? 'c' : String(lineage), index), list, retry);
	}

	/** @returns whether it has thrown in its last try */
	async function playRun(
		{ execution, signal, handlers }: Running,
		data: ExecutionData,
		{
			index,
			node: nodeIndex,
			named,
			isStored,
		}: { index: number; node: number; named: Named[]; isStored: boolean },
	): Promise<boolean> {
		const { lineage, process, retry } = execution;
		const node = scenario.nodes[nodeIndex];
		const materials = (node.isTool ? named.slice(0, 1) : named).map(({ plan, name }) =>
			toMaterial(plan, node.operation, installation.workflows[plan.workflow].token, name, isStored),
		);
		const tries = node.retries?.tries ?? 1;
		for (let number = 1; ; number += 1) {
			const attempt: Attempt = {
				...{ number: attempts.length, process: process.number, lineage, execution: execution.number, retry },
				...{ turn: index, nodeIndex, node, materials, startMs: world.now(), words: [] },
			};
			attempts.push(attempt);
			execution.attempts.push(attempt);
			const context = openContext({
				...{ installation, process, attempt, data, signal, mode: retry > 0 ? 'retry' : 'trigger' },
				onFinish: (handler) => handlers.push(handler),
			});
			try {
				const work = run(context, OPERATIONS[node.operation], process.memory);
				attempt.items = await whileAlive(process, work);
			} catch (error) {
				attempt.error = error ?? 'nothing';
			}
			attempt.endMs = world.now();
			const failed = attempt.error !== undefined || isErrorItem(attempt.items?.[0]);
			if (!failed || number >= tries) return attempt.error !== undefined;
			await later(process, node.retries!.waitMs);
		}
	}

	async function later(process: N8nProcess, ms: number): Promise<void> {
		await whileAlive(process, new Promise<void>((resolve) => world.at(world.now() + ms, resolve)));
	}

	return { attempts, play, later };
}

/** n8n tries again when merely the first item carries an error. */
const isErrorItem = (item: INodeExecutionData | undefined): boolean => {
	const error = item?.json?.error;
	return error !== undefined && error !== null && error !== false;
};
