import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';
import { digest } from '../digest';

/** Where a step belongs in n8n, and whether n8n is only testing. */
export interface Place {
	/** Of n8n: another one may hold the same workflow. */
	instanceId: string;
	workflowId: string;
	nodeId: string;
	/** Listening in the editor: a step of its own, so that the published one stays as it is. */
	isTest: boolean;
}

export const readPlace = (context: IHookFunctions | IWebhookFunctions, isTest: boolean): Place => ({
	instanceId: context.getInstanceId(),
	workflowId: String(context.getWorkflow().id),
	nodeId: context.getNode().id,
	isTest,
});

export const TEST_SUFFIX = '_test';
export const LONGEST_CODE = 128;

/** Code of a node that has none of its own. */
const CODE_LENGTH = 24;
/** Enough to tell the nodes of one application apart. */
const MARK_LENGTH = 8;

/**
 * The code under which the portal knows the step: the builder's, or one that no other node of any workflow in any n8n has. That of
 * a test belongs to this node alone in either case, because it is put there and removed without asking.
 */
export function codeOf(chosen: string, { instanceId, workflowId, nodeId, isTest }: Place): string {
	const mark = digest(`${instanceId}/${workflowId}/${nodeId}`);
	if (chosen === '') return `n8n_${mark.slice(0, CODE_LENGTH)}${isTest ? TEST_SUFFIX : ''}`;
	if (!isTest) return chosen;
	const end = `_${mark.slice(0, MARK_LENGTH)}${TEST_SUFFIX}`;
	return `${chosen.slice(0, LONGEST_CODE - end.length)}${end}`;
}
