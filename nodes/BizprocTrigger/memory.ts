import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';
import type { StepKind } from './step/step';

/**
 * What is remembered of a registration, because the portal cannot be asked what it holds. It lies in the workflow's
 * static data, which anybody who may see the workflow can read: no secrets.
 */
export interface Registration {
	/** A copy of a workflow brings its static data along; what is registered belongs to the first one. */
	workflowId: string;
	kind: StepKind;
	code: string;
	/** It belongs to a test in the editor. */
	isTest: boolean;
	/** The portal it was made at, as far as that is known. */
	memberId?: string;
	/** Of all that was registered; missing until the portal has confirmed it. */
	fingerprint?: string;
	/** Of the token that the first post carried; every later post has to carry the same. */
	applicationTokenDigest?: string;
}

interface StaticData {
	registration?: Registration;
}

const dataOf = (context: IHookFunctions | IWebhookFunctions): StaticData =>
	context.getWorkflowStaticData('node');

export function recall(context: IHookFunctions | IWebhookFunctions): Registration | undefined {
	const { registration } = dataOf(context);
	return registration?.workflowId === context.getWorkflow().id ? registration : undefined;
}

/** n8n notices a fresh object only, not a change inside of one. */
export function remember(
	context: IHookFunctions | IWebhookFunctions,
	registration: Omit<Registration, 'workflowId'>,
): void {
	dataOf(context).registration = { ...registration, workflowId: String(context.getWorkflow().id) };
}

export function forget(context: IHookFunctions): void {
	delete dataOf(context).registration;
}
