import type { ItemPlan } from './drawing/itemPlans';
import type { Scenario } from './drawing/scenario';
import { judge } from './judging/invariants';
import { toldBy } from './judging/told';
import { simulate } from './simulate';

/** How many workers of n8n get on at one portal, all starting together, each with its share of the lines. */
export interface Together {
	workers: number;
	lines: number;
	seconds: number;
	/** What the portal's limit alone would take. */
	idealSeconds: number;
	/** Requests that the portal refused, of all that it got. */
	refusedShare: number;
	/** Jain's index over the workers' speeds: 1 when all were served alike. */
	fairness: number;
	/** Seconds until the first and the last worker were done. */
	done: [first: number, last: number];
	/** Items that were not accepted. */
	failed: number;
	/** What speaks against the invariants. */
	findings: string[];
}

const LINES_PER_REQUEST = 50;
/** An ordinary plan. */
const BURST = 50;
const PER_SECOND = 2;

export async function playWorkers(workers: number, lines: number, seed: number): Promise<Together> {
	const shares = Array.from({ length: workers }, (_, worker) => Math.floor((lines + worker) / workers));
	const evidence = await simulate(scenarioOf(shares, seed), { probes: false });
	const { attempts, sendings, startMs } = evidence;
	const seconds = attempts.map(({ endMs }) => ((endMs ?? Infinity) - startMs) / 1000);
	const speeds = attempts.map((_, index) => shares[index] / seconds[index]);
	const requests = shares.reduce((sum, share) => sum + Math.ceil(share / LINES_PER_REQUEST), 0);
	const asked = sendings.filter(({ sentMs }) => sentMs <= evidence.endMs);
	const refused = asked.filter(({ commands: [first] }) => first?.refusal === 'QUERY_LIMIT_EXCEEDED');
	return {
		workers,
		lines,
		seconds: Math.max(...seconds),
		idealSeconds: (requests - BURST) / PER_SECOND,
		refusedShare: refused.length / asked.length,
		fairness: jain(speeds),
		done: [Math.min(...seconds), Math.max(...seconds)],
		failed: attempts.reduce((sum, attempt) => sum + failedOf(attempt), 0),
		findings: judge(evidence).flatMap(({ details }) => details),
	};
}

function failedOf(attempt: Parameters<typeof toldBy>[0]): number {
	if (attempt.items === undefined) return attempt.materials.length;
	return attempt.items.filter((_, item) => toldBy(attempt, item) !== 'accepted').length;
}

const jain = (values: number[]): number =>
	values.reduce((sum, value) => sum + value, 0) ** 2 /
	(values.length * values.reduce((sum, value) => sum + value * value, 0));

const LINE: ItemPlan = { workflow: 0, token: 'good', text: 'plain', twin: false };

/** Each worker writes into a workflow of its own. */
function scenarioOf(shares: number[], seed: number): Scenario {
	return {
		chance: seed,
		portals: [
			{
				...{ burst: BURST, perSecond: PER_SECOND, neighbour: 0, workingSeconds: 0, charges: 'commands' },
				...{ commandMs: 0, requestMs: 150, latencyMs: 40, oldCodes: false },
			},
		],
		workflows: shares.map(() => ({ portal: 0, state: 'running' })),
		credentials: [{ portal: 0, kind: 'webhook' }],
		nodes: [
			{ operation: 'log', credential: 0, onError: 'continueErrorOutput', worked: false, isTool: false },
		],
		executions: shares.map((share, worker) => ({
			...{
				startMs: 0,
				process: worker,
				commonTexts: false,
				savesProgress: false,
				recovery: 'noLogs',
				afterwards: [],
			},
			turns: [
				{ node: 0, times: 1, items: Array.from({ length: share }, () => ({ ...LINE, workflow: worker })) },
			],
		})),
		...{ faults: [], renewals: [], kills: [], oldN8n: false },
		database: { ms: 5, failing: [], filled: false },
	};
}

/** The figures beside what is to be reached. */
export const toReport = (one: Together): string =>
	[
		`${one.workers} workers, ${one.lines} lines:`,
		`${(one.seconds / one.idealSeconds).toFixed(3)} x ideal (${one.seconds.toFixed(0)} s of ${one.idealSeconds.toFixed(0)} s),`,
		`${(100 * one.refusedShare).toFixed(1)} % refused, fairness ${one.fairness.toFixed(3)},`,
		`done after ${one.done.map((seconds) => seconds.toFixed(0)).join('–')} s, ${one.failed} items not accepted`,
		...one.findings.slice(0, 20).map((finding) => `\n   - ${finding}`),
	].join(' ');
