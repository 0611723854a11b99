import type { WorkflowView } from '../../records';
import { type Markup, markup } from '../markup';

const WORDS: Record<WorkflowView['state'], string> = {
	waiting: 'Waiting',
	'not waiting': 'Not waiting',
	'step closed': 'Step closed',
	finished: 'Finished',
};

/** Where a process stands, in a word or two; its colour only repeats them. */
export function stateOf({ state, busy, process }: WorkflowView): Markup {
	const isStopped = process?.steps.some((step) => step.state === 'stopped');
	const word = process?.failure !== undefined ? 'Failed' : isStopped ? 'Ended by hand' : WORDS[state];
	return markup`<span class="badge ${word.toLowerCase().replaceAll(' ', '-')}">${word}${busy && ', busy'}</span>`;
}
