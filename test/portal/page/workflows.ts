import type { WorkflowView } from '../records';
import { escapeHtml, isolated } from './html';
import { stepsTable } from './steps';

/** The newest of each are shown; a benchmark leaves more behind than a browser can hold. */
const WORKFLOWS_SHOWN = 50;
const LINES_SHOWN = 100;

/** The workflows and their logs, newest workflow first, as a person would look at them. */
export function workflowSections(workflows: WorkflowView[]): string {
	const shown = workflows.slice(-WORKFLOWS_SHOWN).reverse();
	const sections = shown.map(workflowSection).join('') || '<section>No workflow was started yet.</section>';
	return sections + more(workflows.length - shown.length, 'older workflows');
}

function workflowSection(workflow: WorkflowView): string {
	const { name, document, workflowId, accepted, lines, process } = workflow;
	const shown = lines.slice(-LINES_SHOWN);
	const rows = shown.map(
		({ text, at }) =>
			`<tr><td class="at">${escapeHtml(clockTime(at))}</td><td class="text">${isolated(text)}</td></tr>`,
	);
	return `<section><span class="state">${stateOf(workflow)}</span><h2>${isolated(name)}</h2>
<small>${escapeHtml(document.join(' · '))} · ${escapeHtml(workflowId)} · accepted calls: ${accepted} · lines: ${lines.length}</small>
${process ? stepsTable(process) : ''}
<table>${rows.join('\n')}</table>${more(lines.length - shown.length, 'earlier lines')}</section>`;
}

function stateOf({ state, busy, process }: WorkflowView): string {
	const shown = process?.state === 'failed' ? 'failed' : state;
	return busy ? `${shown}, busy` : shown;
}

function more(count: number, what: string): string {
	return count > 0 ? `<p><small>and ${count} ${what}</small></p>` : '';
}

function clockTime(iso: string): string {
	return iso.replace('T', ' ').slice(0, 19);
}
