import type { Fault } from './faults/fault';
import type { OAuthServer } from './oauth/contract';
import type { MoodName } from './moods/moods';
import type {
	DocumentId,
	ProcessOptions,
	Rules,
	StartOptions,
	StepRun,
	TemplateOptions,
	TlsKeys,
} from './options';
import type {
	ProcessView,
	RegisteredStep,
	RequestRecord,
	StartedWorkflow,
	TemplateView,
	WorkflowView,
} from './records';

export interface PortalOptions extends Partial<Rules> {
	/** Default: a free port. Always on 127.0.0.1. */
	port?: number;
	/** Serve https with this key and certificate (PEM) instead of http. */
	tls?: TlsKeys;
}

export interface Portal {
	/** Origin, e.g. `http://127.0.0.1:41234`. */
	url: string;
	/** Address of the inbound webhook, with a trailing slash. */
	webhookUrl: string;
	webhookSecret: string;
	memberId: string;
	applicationToken: string;
	oauth: OAuthServer;
	/** Calls refused because another request was in their workflow at that moment. */
	collisions: number;
	/** Every HTTP request to /rest, in order of arrival. */
	requests: RequestRecord[];
	/** A running workflow that stands at an application's step. */
	startWorkflow(options?: StartOptions): StartedWorkflow;
	startWorkflows(options: StartOptions & { count: number }): StartedWorkflow[];
	/** The same, and its step is posted to the handler: once, never repeated. `status` is null when nobody answered. */
	runProcess(options: ProcessOptions): Promise<StartedWorkflow & { status: number | null }>;
	/** The robots and activities the application has registered. */
	registered(): RegisteredStep[];
	publishTemplate(options: TemplateOptions): { templateId: number };
	templates(): TemplateView[];
	/**
	 * Runs a template. Each registered step is posted to its handler, once; one that waits goes on by bizproc.event.send
	 * or when its time is up. Resolves once the process waits or has ended and the handlers posted to so far have answered.
	 */
	startProcess(options: { templateId: number; document?: DocumentId }): Promise<{ workflowId: string }>;
	/** The same with a process of this one step, which is on no list of templates. */
	runStep(options: StepRun): Promise<{ workflowId: string }>;
	/** How far a process has come. */
	process(workflowId: string): ProcessView;
	/** The loop comes round again: a new token; the old one is from now on accepted in silence. */
	nextStep(workflowId: string): string;
	/** The workflow goes on; calls with the token answer `true` and log nothing. */
	closeStep(workflowId: string): void;
	/** Code "404" from now on. */
	finishWorkflow(workflowId: string): void;
	/** Code "423" while true. */
	setBusy(workflowId: string, busy: boolean): void;
	/** Lines really logged, in order. */
	log(workflowId: string): string[];
	accepted(workflowId: string): number;
	workflows(): WorkflowView[];
	/** How it treats everybody at the moment. */
	mood: MoodName;
	/** From now on, until the next change of mood. */
	setMood(name: MoodName): void;
	/** Queue a fault. */
	fault(fault: Fault): void;
	setLimits(rules: Partial<Rules>): void;
	/** INVALID_CREDENTIALS for the webhook from now on. */
	revokeWebhook(): void;
	/** The same portal at one more address, as after a rename; resolves to its origin. */
	answerAlsoAt(options?: { port?: number; tls?: TlsKeys }): Promise<string>;
	/** As after a rename: requests to any other address of the portal get 302 to the same path there, and nothing runs. */
	moveTo(origin: string): void;
	/** Connections are refused, open ones are cut. Default: the portal, at the address it started with. */
	goOffline(which?: 'portal' | 'authorizationServer'): Promise<void>;
	/** Takes connections again, at the same address. */
	comeBack(which?: 'portal' | 'authorizationServer'): Promise<void>;
	/** Forget requests, collisions, pending faults and a bad mood. */
	clear(): void;
	/** Close every server and every open connection. */
	stop(): Promise<void>;
}
