import type { RegisteredStep, WorkflowView } from '../../records';
import { type Markup, markup } from '../markup';
import { processCard } from './card';
import { labelsOf } from './results';

/** The newest are shown; a benchmark leaves more behind than a browser can hold. */
const PROCESSES_SHOWN = 50;

/** The processes and their logs, the newest first. */
export function processesSection(workflows: WorkflowView[], steps: RegisteredStep[]): Markup {
	const shown = workflows.slice(-PROCESSES_SHOWN).reverse();
	const labels = labelsOf(steps);
	const list =
		shown.length > 0
			? markup`<ul class="cards">${shown.map((workflow) => processCard(workflow, labels))}</ul>`
			: markup`<p class="empty">None was started yet. Run a process with one of the steps, or start one that only waits: it has an event token to write with.</p>`;
	const older = workflows.length - shown.length;
	return markup`<section aria-labelledby="processes">
<div class="head">
<h2 id="processes" tabindex="-1">Processes</h2>
<form method="post" action="/page/start-waiting"><button class="quiet">Start one that only waits</button></form>
</div>
${list}
${older > 0 && markup`<p class="empty">and ${older} older ${older === 1 ? 'one' : 'ones'}</p>`}
</section>`;
}
