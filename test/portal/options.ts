/** The rules of the house; all of them can be changed while the portal runs. */
export interface Rules {
	/** What the webhook and the application were granted. Default `['bizproc']`. */
	scope: string[];
	/** `bizproc: false`: the bizproc methods do not exist. `rest: false`: every call is refused. Both default to true. */
	tariff: { rest?: boolean; bizproc?: boolean };
	/** A leaky bucket for each client address. Default none, as on premise; null lifts it. */
	requestLimit?: { burst: number; perSecond: number } | null;
	/** Seconds of work for each method and each webhook or application in a moving window. Default none; null lifts it. */
	operatingLimit?: OperatingLimit | null;
	/** Added to each HTTP request. */
	latencyMs: number;
	/** Added for each command that is run; inside a batch one after another. */
	commandMs: number;
	/** In place of that, for single methods. */
	methodMs?: Record<string, number>;
	/** INVALID_CREDENTIALS and insufficient_scope come with 401 in the portal's code, with 403 in its documentation. */
	credentialStatus: 401 | 403;
	accessTokenSeconds: number;
	/** `keepLinesHidden`: calls are accepted and their lines dropped, as when logging of the template is off. */
	log: { keepLinesHidden?: boolean };
	/** Whether the user the application acts for is an administrator. Default true. */
	admin: boolean;
	/** The zone of the server's clock, by its name. Default UTC. */
	zone: string;
}

export interface OperatingLimit {
	seconds: number;
	windowSeconds: number;
	secondsPerCall: number;
	/**
	 * What is charged for the commands of a batch: their methods, as it is documented (the default), or the batch
	 * around them, as somebody has measured. All of them then tell the figure of the batch.
	 */
	charged?: 'methods' | 'batch';
}

export interface TlsKeys {
	key: string;
	cert: string;
}

export interface StartOptions {
	/** Default a new one. Another portal may have a workflow of the same id. */
	workflowId?: string;
	name?: string;
	/** Module, entity, id. Default a deal. */
	document?: DocumentId;
	/** False: the step does not wait for an answer (USE_SUBSCRIPTION N), so its token is of no use. Default true. */
	waits?: boolean;
}

export interface ProcessOptions {
	/** The address the step is posted to. */
	handler: string;
	name?: string;
	document?: DocumentId;
	properties?: Record<string, unknown>;
	/** CODE of the robot or activity. */
	code?: string;
}

/** An automation rule, or an action of the designer. */
export type StepKind = 'robot' | 'activity';

export interface TemplateStep {
	/** Where it is drawn; which step it is, the code alone decides. */
	kind: StepKind;
	/** CODE of a registered step. It is looked for when a process comes to it. */
	code: string;
	/** What it is called in the drawing. Default the name the step has when it is drawn. */
	name?: string;
	/** Values for its declared properties. A text may hold `{=code:Name}`, a value an earlier step returned. */
	properties?: Record<string, unknown>;
	/** Counts when the step was registered with neither Y nor N. Default true. */
	waits?: boolean;
	/** A step that waits goes on without an answer after that long; fractions are fine. Default never. */
	timeoutSeconds?: number;
}

export interface TemplateOptions {
	name?: string;
	steps: TemplateStep[];
	/** What its processes run on, unless they say otherwise. Default a deal. */
	document?: DocumentId;
}

export interface StepRun {
	/** CODE of a registered step. */
	code: string;
	/** Values for its declared properties. */
	properties?: Record<string, unknown>;
	/** Default a deal. */
	document?: DocumentId;
}

export type DocumentId = [module: string, entity: string, id: string];
