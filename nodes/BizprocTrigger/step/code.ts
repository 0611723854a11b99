import { digest } from '../digest';

/** Where a step belongs in n8n, and whether n8n is only testing. */
export interface Place {
	workflowId: string;
	nodeId: string;
	/** Listening in the editor: a step of its own, so that the published one stays as it is. */
	isTest: boolean;
}

export const TEST_SUFFIX = '_test';
export const LONGEST_CODE = 128;

/** The code under which the portal knows the step: the builder's, or one that no other node of any workflow has. */
export function codeOf(chosen: string, { workflowId, nodeId, isTest }: Place): string {
	const code = chosen === '' ? `n8n_${digest(`${workflowId}/${nodeId}`).slice(0, 24)}` : chosen;
	return isTest ? `${code}${TEST_SUFFIX}` : code;
}
