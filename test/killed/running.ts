import { finishedExecution, readExecution, startedBy, type Execution } from '../n8n/executions';
import { publish } from '../n8n/publication';
import { client } from '../n8n/session';
import { saveWorkflow, type Workflow } from '../n8n/workflows';
import type { RequestRecord } from '../portal/records';
import type { Scene } from './scenes';
import type { KilledStage } from './stage';
import { workflowOf } from './workflow';

/** A scene in n8n, from its first start to the last Retry. */
export interface Running {
	scene: Scene;
	workflow: Workflow;
	/** The lists that it was handed. */
	handed: string[][];
	start(): Promise<void>;
	/** Presses Retry if the execution has not come to its end, and does not wait. */
	retry(): Promise<void>;
	/** Waits for the end of what was started last. */
	ended(): Promise<Execution>;
	log(): string[];
	requests(): RequestRecord[];
}

/** @param number tells it from the same scene at another time */
export async function prepare(stage: KilledStage, scene: Scene, number: number): Promise<Running> {
	const { portal, lists } = stage;
	const name = `${scene.name} ${number}`;
	const path = name.toLowerCase().replace(/[^a-z0-9]+/g, '-');
	const { workflowId, eventToken } = portal.startWorkflow();
	const workflow = await saveWorkflow(stage.session, workflowOf(scene, name, path, eventToken, lists));
	await publish(stage.session, workflow);
	const handed: string[][] = [];
	let executionId = '';

	function handList(): void {
		const list = scene.lists[handed.length] ?? scene.lists.at(-1)!;
		handed.push(list);
		lists.set(path, list);
	}

	return {
		...{ scene, workflow, handed },
		async start() {
			handList();
			const post = async () => await client(stage.url).post(`${stage.url}/webhook/${path}`, {});
			executionId = await startedBy(stage.session, workflow.id, post);
		},
		async retry() {
			const { session } = stage;
			if ((await readExecution(session, executionId)).status === 'success') return;
			handList();
			// n8n answers when the execution is over, and not at all when it is killed.
			const press = async () => void session.post(`/executions/${executionId}/retry`, {}).catch(() => {});
			executionId = await startedBy(session, workflow.id, press);
		},
		ended: async () => await finishedExecution(stage.session, executionId),
		log: () => portal.log(workflowId),
		requests: () =>
			portal.requests.filter(({ commands }) =>
				commands.some(({ params }) => params.EVENT_TOKEN === eventToken),
			),
	};
}
