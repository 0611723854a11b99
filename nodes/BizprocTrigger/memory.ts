import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';
import { isSameApplication, type Application } from './application';
import { digest } from './digest';
import type { StepKind } from './step/step';

/** A step at the portal, and the application that it belongs to. */
export interface KnownStep extends Application {
	kind: StepKind;
	code: string;
}

/** What was put there last. */
export interface Registration extends KnownStep {
	/** It belongs to a test in the editor. */
	isTest: boolean;
	/** Of all that was registered but the address; missing until the portal has confirmed it. */
	fingerprint?: string;
	/** Of the address that the portal posts to. */
	addressDigest?: string;
	/** Of the token that the first post carried; every later post has to carry the same. */
	applicationTokenDigest?: string;
}

/** What a node knows of its steps, because the portal tells codes only: neither what it holds under them, nor whose. */
export interface Memory {
	/** Steps that this node has put there, and has not taken away. All others belong to somebody else. */
	own: KnownStep[];
	current?: Registration;
	/** The answer was lost when it was to be put there, so it may be this node's. */
	doubtful?: KnownStep;
}

/** A copy of a workflow, in this n8n or another one, brings its static data along; what is known belongs to the first one. */
interface Page extends Memory {
	/** Of the id of n8n. */
	instanceDigest: string;
	workflowId: string;
	nodeId: string;
}

/** A code that is an expression may give another one each time. */
const MOST_OWN = 20;

/**
 * Static data of the whole workflow: those of a node are lost when it gets another name. Anybody who may see the
 * workflow can read them: no secrets.
 */
const bookOf = (context: IHookFunctions | IWebhookFunctions): { bizprocTrigger?: Page[] } =>
	context.getWorkflowStaticData('global');

export function recall(context: IHookFunctions | IWebhookFunctions): Memory {
	return bookOf(context).bizprocTrigger?.find(isOf(context)) ?? { own: [] };
}

export function remember(context: IHookFunctions | IWebhookFunctions, changes: Partial<Memory>): void {
	const book = bookOf(context);
	const place = placeOf(context);
	const { own, current, doubtful } = { ...recall(context), ...changes };
	const page = { ...place, own: own.slice(-MOST_OWN), current, doubtful };
	const others = (book.bizprocTrigger ?? []).filter(
		(other) => isOfSameWorkflow(other, place) && other.nodeId !== place.nodeId,
	);
	const isEmpty = own.length === 0 && current === undefined && doubtful === undefined;
	// n8n notices a fresh object only, not a change inside of one.
	book.bizprocTrigger = isEmpty ? others : [...others, page];
}

/** Without its fingerprint the next publication asks the portal again, which mends whatever was changed there. */
export function lapsed(current: Registration | undefined): Registration | undefined {
	if (current === undefined) return undefined;
	const { kind, code, memberId, clientDigest, isTest } = current;
	return { kind, code, memberId, clientDigest, isTest };
}

export const isSameStep = (a: Omit<KnownStep, 'kind'>, b: Omit<KnownStep, 'kind'>): boolean =>
	a.code === b.code && isSameApplication(a, b);

/** Own steps with this one among them; a code belongs to one kind only. */
export const withOwn = ({ own }: Memory, { kind, code, memberId, clientDigest }: KnownStep): KnownStep[] => [
	...own.filter((other) => !isSameStep(other, { code, memberId, clientDigest })),
	{ kind, code, memberId, clientDigest },
];

export const withoutOwn = ({ own }: Memory, step: Omit<KnownStep, 'kind'>): KnownStep[] =>
	own.filter((other) => !isSameStep(other, step));

type PageOf = Omit<Page, keyof Memory>;

const isOfSameWorkflow = (a: PageOf, b: PageOf): boolean =>
	a.instanceDigest === b.instanceDigest && a.workflowId === b.workflowId;

const placeOf = (context: IHookFunctions | IWebhookFunctions): PageOf => ({
	instanceDigest: digest(context.getInstanceId()),
	workflowId: String(context.getWorkflow().id),
	nodeId: context.getNode().id,
});

function isOf(context: IHookFunctions | IWebhookFunctions): (page: Page) => boolean {
	const place = placeOf(context);
	return (page) => isOfSameWorkflow(page, place) && page.nodeId === place.nodeId;
}
