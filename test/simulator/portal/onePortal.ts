import type { Fault } from '../drawing/faults';
import type { PortalPlan, WorkflowPlan } from '../drawing/scenario';
import { randomFrom } from '../world/random';
import { openWorld, type World } from '../world/world';
import { openNetwork } from './network';
import type { Reply } from './reply';
import type { Sending } from './sending';
import { openPortal, type Access } from './simulatedPortal';
import { openWorkflow, type Workflow } from './workflows';

/** For tests of the simulator itself: one portal, asked without n8n. */
export interface OnePortal {
	world: World;
	workflows: Workflow[];
	sendings: Sending[];
	/** Sends it now; time goes on only in `settle`. */
	send(method: string, body: object, token?: Access['token']): Promise<Reply>;
	/** Time goes on until nothing is left to happen. */
	settle(): Promise<void>;
	/** Sends it and waits for the answer. */
	ask(method: string, body: object, token?: Access['token']): Promise<Reply>;
}

const HEALTHY: PortalPlan = {
	...{ burst: 0, perSecond: 2, neighbour: 0, workingSeconds: 0, charges: 'commands' },
	...{ commandMs: 0, requestMs: 0, latencyMs: 5, oldCodes: false },
};

export function openOnePortal(
	plan: Partial<PortalPlan> = {},
	workflowPlans: Array<Partial<WorkflowPlan>> = [{}],
	faults: Fault[] = [],
): OnePortal {
	const world = openWorld(0);
	const random = randomFrom(1);
	const whole = { ...HEALTHY, ...plan };
	const workflows = workflowPlans.map((one, number) =>
		openWorkflow(world, { portal: 0, state: 'running', ...one }, number, whole.oldCodes),
	);
	const byToken = new Map(workflows.map((workflow) => [workflow.token, workflow]));
	const place = {
		portal: openPortal(world, whole, byToken, random),
		...{ origin: 'https://old.example', newOrigin: 'https://new.example', latencyMs: whole.latencyMs },
		renamedAtRequest: whole.renamedAtRequest ?? Infinity,
	};
	const network = openNetwork(world, [place], new Map(faults.map((fault, index) => [index, fault])), random);
	const settle = async () => void (await world.play(() => true));

	const send = async (method: string, body: object, token: Access['token'] = 'good') =>
		await network.post({
			...{ url: `${place.origin}/rest/1/secret/${method}`, headers: {}, body, credential: 0 },
			...{ timeoutMs: 65_000, takes: () => true, from: { process: 0, attempt: 0, lineage: 0 } },
			access: { plan: { portal: 0, kind: 'webhook' }, secrets: ['secret'], token },
		});
	return {
		...{ world, workflows, sendings: network.sendings, send, settle },
		async ask(method, body, token) {
			const answer = send(method, body, token);
			// A rejection is somebody's to expect, once time has gone on.
			answer.catch(() => {});
			await settle();
			return await answer;
		},
	};
}
