import type { Reply } from '../http/reply';
import type { WorkflowView } from '../records';
import { page } from './frame';
import { escapeHtml } from './html';

const REFRESH_SECONDS = 3;
/** The newest of each are shown; a benchmark leaves more behind than a browser can hold. */
const WORKFLOWS_SHOWN = 50;
const LINES_SHOWN = 100;

/** The workflows and their logs, newest workflow first, as a person would look at them. */
export function workflowsPage(workflows: WorkflowView[]): Reply {
	const shown = workflows.slice(-WORKFLOWS_SHOWN).reverse();
	const content =
		shown.map(workflowSection).join('') || '<section>No workflow was started yet.</section>';
	const hidden = workflows.length - shown.length;
	return page(200, 'Workflows', content + more(hidden, 'older workflows'), REFRESH_SECONDS);
}

function workflowSection(workflow: WorkflowView): string {
	const { name, document, workflowId, accepted, lines } = workflow;
	const state = workflow.busy ? `${workflow.state}, busy` : workflow.state;
	const shown = lines.slice(-LINES_SHOWN);
	const rows = shown.map(
		({ text, at }) =>
			`<tr><td class="at">${escapeHtml(clockTime(at))}</td><td class="text"><bdi>${escapeHtml(text)}</bdi></td></tr>`,
	);
	return `<section><span class="state">${state}</span><h2><bdi>${escapeHtml(name)}</bdi></h2>
<small>${escapeHtml(document.join(' · '))} · ${escapeHtml(workflowId)} · accepted calls: ${accepted} · lines: ${lines.length}</small>
<table>${rows.join('\n')}</table>${more(lines.length - shown.length, 'earlier lines')}</section>`;
}

function more(count: number, what: string): string {
	return count > 0 ? `<p><small>and ${count} ${what}</small></p>` : '';
}

function clockTime(iso: string): string {
	return iso.replace('T', ' ').slice(0, 19);
}
