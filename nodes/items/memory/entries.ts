import { hash } from 'node:crypto';
import type { IExecuteFunctions } from 'n8n-workflow';

/** What stands in the set. n8n keeps a digest of each entry only, so all of them take the same small room. */

/** Short enough to keep a hundred thousand in memory, and long enough never to meet by chance. */
const DIGEST_LENGTH = 12;

export const digestOf = (text: string): string => hash('sha256', text, 'base64url').slice(0, DIGEST_LENGTH);

/** A line that was accepted in a run, and the how-manieth of equal ones there. */
export const lineEntry = (execution: string, run: number, line: string, time: number): string =>
	`${execution} ${run} ${line} ${time}`;

/** There is such a run. */
export const runEntry = (execution: string, run: number): string => `${execution} run ${run}`;

/** All its lines have been noted, so many. */
export const overEntry = (execution: string, run: number, lines: number): string =>
	`${execution} run ${run} over ${lines}`;

/** Somebody is looking up lines, which puts them in for a moment. */
export const lookingEntry = (execution: string): string => `${execution} looking`;

/**
 * The same for an execution and its Retries, and for no other. n8n gives each execution a secret word by which it is
 * resumed, and a Retry inherits it. Older n8n only inherits the time at which the execution came to be.
 * @returns undefined if n8n has neither, or the workflow was never saved
 */
export function nameOfExecution(context: IExecuteFunctions): string | undefined {
	if (!context.getWorkflow().id) return undefined;
	const word = resumeWord(context) ?? context.getExecutionContext?.()?.establishedAt;
	return word === undefined ? undefined : digestOf(String(word));
}

function resumeWord(context: IExecuteFunctions): string | undefined {
	const { $execution } = context.getWorkflowDataProxy(0) as { $execution?: { resumeUrl?: string } };
	return /[?&]signature=([^&#]+)/.exec($execution?.resumeUrl ?? '')?.[1];
}
