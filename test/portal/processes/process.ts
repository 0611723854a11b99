import type { PostRecord, ProcessView, ReturnRecord, StepView } from '../records';
import type { Drawing } from './templates';

/** How far a workflow has come in its template. */
export interface Process {
	template: Drawing;
	/** One for each step it has come to, in the order of the steps. */
	visits: Visit[];
	/** Why it ended before its time. */
	failure?: string;
	/** Somebody ended it by hand. */
	isStopped?: true;
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
	const { template, visits, failure, isStopped } = process;
	const state = failure === undefined ? (ended ? 'finished' : 'running') : 'failed';
	return {
		state,
		currentStep: state === 'running' ? visits.at(-1)!.post.code : null,
		eventToken,
		returned: returnedSoFar(process),
		posts: visits.map(({ post }) => post),
		failure,
		steps: template.steps.map(({ kind, code, name }, index) => ({
			...{ kind, code, name, ...visits[index] },
			state: stateOf(index, visits.length, isStopped ? 'stopped' : state),
		})),
	};
}

function stateOf(
	index: number,
	visited: number,
	process: ProcessView['state'] | 'stopped',
): StepView['state'] {
	if (index === visited && process === 'failed') return 'failed';
	if (index >= visited) return 'to come';
	if (index < visited - 1 || process === 'finished' || process === 'failed') return 'done';
	return process === 'running' ? 'waiting' : 'stopped';
}
