import { randomBytes } from 'node:crypto';
import { postToHandler } from './bizproc/handlerPost';
import { randomText } from './bizproc/token';
import type { Portal } from './contract';
import type { Desk } from './desk';
import type { Fault } from './faults/fault';
import type { Servers } from './http/servers';
import type { OAuthServer } from './oauth/contract';
import type { ProcessOptions, Rules, StartOptions, TlsKeys } from './options';
import type { StartedWorkflow } from './records';
import type { Door } from './rest/door';

/** The portal as the person at the controls holds it. */
export class StandIn implements Portal {
	readonly applicationToken = randomBytes(16).toString('hex');

	constructor(
		private readonly desk: Desk,
		private readonly door: Door,
		private readonly servers: Servers,
		readonly oauth: OAuthServer,
	) {}

	get url() {
		return this.servers.origins.portal;
	}

	get webhookUrl() {
		const { userId, secret } = this.desk.webhook;
		return `${this.url}/rest/${userId}/${secret}/`;
	}

	get webhookSecret() {
		return this.desk.webhook.secret;
	}

	get memberId() {
		return this.desk.tokens.memberId;
	}

	get collisions() {
		return this.desk.workflows.collisions;
	}

	get requests() {
		return this.door.requests;
	}

	startWorkflow(options?: StartOptions): StartedWorkflow {
		const workflow = this.desk.workflows.start(options);
		return { workflowId: workflow.workflowId, eventToken: this.desk.workflows.tokenOf(workflow) };
	}

	startWorkflows({ count, ...options }: StartOptions & { count: number }): StartedWorkflow[] {
		return Array.from({ length: count }, () => this.startWorkflow(options));
	}

	async runProcess(options: ProcessOptions): Promise<StartedWorkflow & { status: number | null }> {
		const started = this.startWorkflow({ name: options.name, document: options.document });
		const status = await postToHandler({
			workflow: this.desk.workflows.get(started.workflowId),
			eventToken: started.eventToken,
			options,
			tokens: this.desk.tokens.issue(),
			portalUrl: this.url,
			applicationToken: this.applicationToken,
		});
		return { ...started, status };
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
		this.desk.workflows.get(workflowId).state = 'finished';
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

	workflows() {
		return this.desk.workflows.views();
	}

	fault(fault: Fault): void {
		this.desk.faults.add(fault);
	}

	setLimits(rules: Partial<Rules>): void {
		Object.assign(this.desk.rules, rules);
	}

	revokeWebhook(): void {
		this.desk.webhook.revoked = true;
	}

	async answerAlsoAt(options?: { port?: number; tls?: TlsKeys }): Promise<string> {
		return await this.servers.answerAlsoAt(options);
	}

	clear(): void {
		this.door.requests.length = 0;
		this.desk.workflows.collisions = 0;
		this.desk.faults.clear();
		this.desk.meter.forget();
	}

	async stop(): Promise<void> {
		await this.servers.close();
	}
}
