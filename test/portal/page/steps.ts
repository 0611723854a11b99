import type { PostRecord, ProcessView, StepView } from '../records';
import { isolated } from './html';
import { KINDS } from './kinds';

const MARKS: Record<StepView['state'], string> = {
	done: '✔',
	waiting: '▶',
	failed: '✘',
	stopped: '■',
	'to come': '·',
};

/** The steps of a process: where it stands, how the handlers answered and what came back. */
export function stepsTable({ steps, failure }: ProcessView): string {
	const reason = failure === undefined ? '' : `<p><b>failed:</b> ${isolated(failure)}</p>`;
	return `<table class="steps">${steps.map(row).join('\n')}</table>${reason}`;
}

function row({ kind, code, state, post, returned }: StepView): string {
	const what = returned?.timedOut ? 'time was up' : state;
	const values = Object.entries(returned?.values ?? {}).map(
		([name, value]) => `<b>${isolated(name)}</b> = ${isolated(written(value))}`,
	);
	return `<tr class="${state}"><td class="at">${MARKS[state]} ${what}</td>
<td>${isolated(code)} <small>${KINDS[kind]}${post ? ` · ${answerOf(post)}` : ''}</small></td>
<td class="text">${values.join('\n')}</td></tr>`;
}

function answerOf({ status }: PostRecord): string {
	return status === null ? 'handler has not answered' : `handler answered ${status}`;
}

function written(value: unknown): string {
	return typeof value === 'string' ? value : JSON.stringify(value);
}
