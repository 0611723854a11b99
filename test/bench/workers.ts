import { prepareChild, type Prepared } from './childProcess';
import { tally, workflowsOfItems, type Tally } from './lines';
import type { Job } from './messages';
import { startPortalProcess } from './portalProcess';
import { isRefused } from './trial';
import type { Rules } from '../portal/options';

export interface Crowd {
	processes: number;
	/** Of each process, whose workflows are its own. */
	lines: number;
	workflows: number;
	rules: Partial<Rules>;
}

/** What came of processes that know of each other only by what the portal refuses. */
export interface CrowdResult extends Tally {
	/** How long each process took. */
	seconds: number[];
	requests: number;
	refusals: number;
	broken: string[];
}

/** Several processes with the built node at one portal, all of them ready before any starts. */
export async function runCrowd({ processes, lines, workflows, rules }: Crowd): Promise<CrowdResult> {
	const { portal, url, webhookUrl, stop } = await startPortalProcess();
	try {
		const own = [];
		for (let process = 0; process < processes; process += 1) {
			own.push(await portal.startWorkflows({ count: workflows }));
		}
		const [{ eventToken }] = await portal.startWorkflows({ count: 1 });
		const warmUp = { webhookUrl: webhookUrl.replace(url, await portal.answerAlsoAt()), eventToken };
		const children: Prepared[] = [];
		for (const started of own) {
			const job: Job = {
				...{ methods: ['bizprocLog'], webhookUrl, plan: 'ordinary', warmUp, lines, repetitions: 1 },
				...{ arrangement: 'interleaved', eventTokens: started.map((workflow) => workflow.eventToken) },
			};
			children.push(await prepareChild(job));
		}
		await portal.clear();
		await portal.setLimits(rules);
		const measurements = (await Promise.all(children.map(async (child) => await child.go()))).flat();

		const requests = await portal.requests();
		const views = new Map((await portal.workflows()).map((view) => [view.workflowId, view.lines]));
		const workflowOfItem = workflowsOfItems(lines, workflows, 'interleaved');
		const tallies = own.map((started) =>
			tally(
				started.map(({ workflowId }) => views.get(workflowId)!.map(({ text }) => text)),
				workflowOfItem,
			),
		);
		const sum = (figure: keyof Tally) => tallies.reduce((total, one) => total + one[figure], 0);
		return {
			...{ inLog: sum('inLog'), missing: sum('missing') },
			...{ doubled: sum('doubled'), disordered: sum('disordered') },
			seconds: measurements.map(({ seconds }) => seconds),
			requests: requests.length,
			refusals: requests.filter(isRefused).length,
			broken: measurements.flatMap(({ broken }) => broken ?? []),
		};
	} finally {
		await stop();
	}
}
