import type { Rules } from '../portal/options';
import type { RequestRecord } from '../portal/records';
import { prepareChild } from './childProcess';
import { tally, workflowsOfItems, type Tally } from './lines';
import type { Arrangement, Job, Measurement, MethodName, Plan } from './messages';
import { startPortalProcess, type PortalProcess } from './portalProcess';

export interface TrialOptions {
	method: MethodName;
	lines: number;
	workflows: number;
	arrangement?: Arrangement;
	/** What the portal does from the moment the method starts. */
	rules?: Partial<Rules>;
	/** What the method is told of it. */
	plan?: Plan;
	/** Somebody else who calls the same portal from the same address meanwhile. */
	company?: (portal: PortalProcess) => Promise<Company>;
	/** Of the method's process; without, what Node takes. */
	heapMebibytes?: number;
	/** Resolves when the method may start. */
	gate?: () => Promise<void>;
}

export interface Company {
	leave(): void;
}

/** What the company calls, and nobody else. */
export const METHOD_OF_COMPANY = 'profile';

/** One method at one portal, once: what it cost, and what came of it. */
export interface Trial extends Measurement, Tally {
	lines: number;
	workflows: number;
	arrangement: Arrangement;
	/** HTTP requests of the method. */
	requests: number;
	/** Requests the portal refused because of its limits. */
	refusals: number;
	/** Calls refused because another request was in their workflow (423). */
	collisions: number;
	/** Requests of the company that the portal refused. */
	refusalsOfCompany: number;
}

/** Runs a method in a process of its own against a portal in another one, which nobody has used before. */
export async function runTrial(options: TrialOptions): Promise<Trial> {
	const { method, lines, workflows, arrangement = 'interleaved', rules = {}, plan = 'unlimited' } = options;
	const process = await startPortalProcess();
	const { portal, webhookUrl } = process;
	try {
		const started = await portal.startWorkflows({ count: workflows });
		const [{ eventToken }] = await portal.startWorkflows({ count: 1 });
		const warmUp = {
			webhookUrl: webhookUrl.replace(process.url, await portal.answerAlsoAt()),
			eventToken,
		};
		const job: Job = {
			...{ methods: [method], webhookUrl, plan, warmUp, lines, arrangement, repetitions: 1 },
			eventTokens: started.map((workflow) => workflow.eventToken),
		};
		const child = await prepareChild(job, options.heapMebibytes);
		await options.gate?.();
		await portal.clear();
		await portal.setLimits(rules);
		const company = await options.company?.(process);
		const [measurement] = await child.go();
		company?.leave();

		const { collisions } = await portal.describe();
		const all = await portal.requests();
		const requests = all.filter((request) => request.method !== METHOD_OF_COMPANY);
		const refusals = requests.filter(isRefused).length;
		const views = new Map((await portal.workflows()).map((view) => [view.workflowId, view.lines]));
		const logs = started.map(({ workflowId }) => views.get(workflowId)!.map(({ text }) => text));
		return {
			...measurement,
			...tally(logs, workflowsOfItems(lines, workflows, arrangement)),
			...{ lines, workflows, arrangement, requests: requests.length, refusals, collisions },
			refusalsOfCompany: all.filter(isRefused).length - refusals,
		};
	} finally {
		await process.stop();
	}
}

/** The portal refused the request because of its limits. */
export const isRefused = ({ status }: RequestRecord): boolean => status === 503 || status === 429;
