import type { DocumentId, StartOptions } from '../options';
import { type Process, viewOf } from '../processes/process';
import type { ProcessView, WorkflowView } from '../records';
import { WORKFLOW_BUSY, WORKFLOW_NOT_FOUND } from '../rest/errors';
import { newActivityName, newWorkflowId, randomText, type Step, type TokenSigner } from './token';

export interface Workflow extends Omit<WorkflowView, 'busy' | 'eventToken' | 'process'> {
	/** Where it stands. */
	step: Step;
	/** Set by hand: "hung". */
	hung: boolean;
	/** One request is in it. */
	executing: boolean;
	process?: Process;
}

const A_DEAL: DocumentId = ['crm', 'CCrmDocumentDeal', 'DEAL_15'];

/** The running and finished workflows of the portal, and their logs. */
export class Workflows {
	collisions = 0;
	private readonly byId = new Map<string, Workflow>();

	constructor(private readonly signer: TokenSigner) {}

	start(options: StartOptions = {}): Workflow {
		const {
			workflowId = newWorkflowId(),
			name = 'Approve the deal',
			document = A_DEAL,
			waits = true,
		} = options;
		if (this.byId.has(workflowId)) throw new Error(`The workflow ${workflowId} was started here already`);
		const step = { workflowId, activityName: newActivityName(), eventId: randomText(32) };
		const state = waits ? 'waiting' : 'not waiting';
		const workflow: Workflow = {
			...{ workflowId, name, document, state, step },
			...{ lines: [], accepted: 0, hung: false, executing: false },
		};
		this.byId.set(workflowId, workflow);
		return workflow;
	}

	tokenOf(workflow: Workflow): string {
		return this.signer.sign(workflow.step);
	}

	processOf(workflow: Workflow): ProcessView | undefined {
		const { process, state } = workflow;
		return process && viewOf(process, state === 'finished', this.tokenOf(workflow));
	}

	/** For the person at the controls, who has made a mistake when the workflow is unknown. */
	get(workflowId: string): Workflow {
		const workflow = this.byId.get(workflowId);
		if (!workflow) throw new Error(`No workflow ${workflowId} was started here`);
		return workflow;
	}

	/** Loads the workflow for one request. Two requests at the same time collide: the second is refused. */
	enter(workflowId: string): Workflow {
		const workflow = this.byId.get(workflowId);
		if (!workflow || workflow.state === 'finished') throw WORKFLOW_NOT_FOUND;
		if (workflow.executing) this.collisions++;
		if (workflow.executing || workflow.hung) throw WORKFLOW_BUSY;
		workflow.executing = true;
		return workflow;
	}

	leave(workflow: Workflow): void {
		workflow.executing = false;
	}

	views(): WorkflowView[] {
		return [...this.byId.values()].map((workflow) => ({
			workflowId: workflow.workflowId,
			name: workflow.name,
			document: workflow.document,
			state: workflow.state,
			busy: workflow.hung || workflow.executing,
			eventToken: this.tokenOf(workflow),
			lines: workflow.lines,
			accepted: workflow.accepted,
			returnValues: workflow.returnValues,
			process: this.processOf(workflow),
		}));
	}
}

/** Whether the workflow waits for this very event: else the portal answers `true` and does nothing. */
export function waitsFor(workflow: Workflow, step: Step): boolean {
	return (
		workflow.state === 'waiting' &&
		workflow.step.activityName === step.activityName &&
		workflow.step.eventId === step.eventId
	);
}
