import type { PostRecord, ProcessView, ReturnRecord, StepView } from '../records';
import type { Template } from './templates';

/** How far a workflow has come in its template. */
export interface Process {
	template: Template;
	/** One for each step it has come to, in the order of the steps. */
	visits: Visit[];
	/** Why it ended before its time. */
	failure?: string;
}

export interface Visit {
	post: PostRecord;
	/** Missing as long as the step waits, and for one that never did. */
	returned?: ReturnRecord;
}

export function returnedSoFar({ visits }: Process): ReturnRecord[] {
	return visits.flatMap(({ returned }) => returned ?? []);
}

/** @param ended that the workflow has finished, for whatever reason. */
export function viewOf(process: Process, ended: boolean, eventToken: string): ProcessView {
	const { template, visits, failure } = process;
	const state = failure === undefined ? (ended ? 'finished' : 'running') : 'failed';
	return {
		state,
		currentStep: state === 'running' ? visits.at(-1)!.post.code : null,
		eventToken,
		returned: returnedSoFar(process),
		posts: visits.map(({ post }) => post),
		failure,
		steps: template.steps.map(({ kind, code }, index) => ({
			...{ kind, code, ...visits[index] },
			state: stateOf(index, visits.length, state),
		})),
	};
}

function stateOf(index: number, visited: number, process: ProcessView['state']): StepView['state'] {
	if (index === visited && process === 'failed') return 'failed';
	if (index >= visited) return 'to come';
	return index === visited - 1 && process === 'running' ? 'waiting' : 'done';
}
