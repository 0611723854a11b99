import type { PostRecord, ProcessView, StepView } from '../../records';
import { isolated, type Markup, markup } from '../markup';
import { type Labels, resultsOf } from './results';

const STATES: Record<StepView['state'], { mark: string; word: string }> = {
	done: { mark: '✓', word: 'done' },
	waiting: { mark: '…', word: 'waits for a result' },
	stopped: { mark: '■', word: 'ended here' },
	failed: { mark: '✕', word: 'failed' },
	'to come': { mark: '○', word: 'still to come' },
};

/** The steps of a process: where it stands, how n8n answered and what came back. */
export function stepsOf({ steps, failure }: ProcessView, labels: Labels): Markup {
	const why = failure !== undefined && markup`<p class="strip bad">Failed: ${isolated(failure)}</p>`;
	return markup`<ol class="steps" aria-label="Steps">${steps.map((step) => row(step, labels))}</ol>${why}`;
}

function row({ name, code, state, post, returned }: StepView, labels: Labels): Markup {
	const { mark, word } = STATES[state];
	const isTimedOut = returned?.timedOut === true;
	return markup`<li class="${state.replace(' ', '-')}"><span class="mark" aria-hidden="true">${mark}</span>
<div><b>${isolated(name)}</b> <small>${isTimedOut ? 'time was up' : word}${post && markup` · ${answerOf(post)}`}</small>
${!isTimedOut && resultsOf(returned?.values, labels.get(code))}</div></li>`;
}

function answerOf({ status }: PostRecord): string {
	if (status === null) return 'no answer from n8n yet';
	if (status >= 200 && status < 300) return 'n8n has taken it';
	if (status === 403) return 'n8n turned it away (403)';
	if (status === 404)
		return 'n8n does not listen to it (404): is the workflow published, or the trigger being tested?';
	return `n8n answered ${status}`;
}
