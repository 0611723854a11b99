import type { Desk } from '../desk';
import type { DocumentId, ProcessOptions, StartOptions, StepRun, TemplateOptions } from '../options';
import { runStep, startProcess } from '../processes/start';
import type { ProcessView, RegisteredStep, StartedWorkflow, TemplateView, WorkflowView } from '../records';
import { viewOf } from '../registration/view';
import { applicationAuth } from './handlerAuth';
import { postToHandler } from './handlerPost';
import { randomText } from './token';

/** The part of the portal's controls that is about business processes. */
export class BizprocControls {
	constructor(protected readonly desk: Desk) {}

	startWorkflow(options?: StartOptions): StartedWorkflow {
		const workflow = this.desk.workflows.start(options);
		return { workflowId: workflow.workflowId, eventToken: this.desk.workflows.tokenOf(workflow) };
	}

	startWorkflows({ count, ...options }: StartOptions & { count: number }): StartedWorkflow[] {
		return Array.from({ length: count }, () => this.startWorkflow(options));
	}

	async runProcess(options: ProcessOptions): Promise<StartedWorkflow & { status: number | null }> {
		const { handler, name, document, properties = {}, code = 'n8n_step' } = options;
		const started = this.startWorkflow({ name, document });
		const workflow = this.desk.workflows.get(started.workflowId);
		const step = { handler, code, properties, waits: true, timeoutSeconds: 0 };
		const auth = applicationAuth(this.desk, 1);
		const post = { ...step, workflow, eventToken: started.eventToken, auth };
		return { ...started, status: await postToHandler(post, this.desk.closing) };
	}

	registered(): RegisteredStep[] {
		return this.desk.registrations.all().map(viewOf);
	}

	publishTemplate(options: TemplateOptions): { templateId: number } {
		return { templateId: this.desk.templates.publish(options).templateId };
	}

	templates(): TemplateView[] {
		return this.desk.templates.views();
	}

	async startProcess(options: {
		templateId: number;
		document?: DocumentId;
	}): Promise<{ workflowId: string }> {
		return await startProcess(this.desk, options);
	}

	async runStep(options: StepRun): Promise<{ workflowId: string }> {
		return await runStep(this.desk, options);
	}

	process(workflowId: string): ProcessView {
		const view = this.desk.workflows.processOf(this.desk.workflows.get(workflowId));
		if (!view) throw new Error(`The workflow ${workflowId} was not started from a template`);
		return view;
	}

	nextStep(workflowId: string): string {
		const workflow = this.desk.workflows.get(workflowId);
		workflow.step = { ...workflow.step, eventId: randomText(32) };
		workflow.state = 'waiting';
		return this.desk.workflows.tokenOf(workflow);
	}

	closeStep(workflowId: string): void {
		this.desk.workflows.get(workflowId).state = 'step closed';
	}

	finishWorkflow(workflowId: string): void {
		const workflow = this.desk.workflows.get(workflowId);
		if (workflow.process && workflow.state !== 'finished') workflow.process.isStopped = true;
		workflow.state = 'finished';
	}

	setBusy(workflowId: string, busy: boolean): void {
		this.desk.workflows.get(workflowId).hung = busy;
	}

	log(workflowId: string): string[] {
		return this.desk.workflows.get(workflowId).lines.map(({ text }) => text);
	}

	accepted(workflowId: string): number {
		return this.desk.workflows.get(workflowId).accepted;
	}

	workflows(): WorkflowView[] {
		return this.desk.workflows.views();
	}
}
