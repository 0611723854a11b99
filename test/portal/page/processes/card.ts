import type { DocumentId } from '../../options';
import type { WorkflowView } from '../../records';
import { copyable } from '../copyable';
import { isolated, type Markup, markup } from '../markup';
import { logOf } from './log';
import { type Labels, resultsOf } from './results';
import { stateOf } from './state';
import { stepsOf } from './steps';
import { timeAt } from './time';

/** One process: how far it has come, what it got back, its log, and what can be done with it. */
export function processCard(workflow: WorkflowView, labels: Labels): Markup {
	const { name, document, workflowId, eventToken, process, returnValues } = workflow;
	const id = `process-${workflowId}`;
	const startedAt = process?.posts[0]?.at;
	return markup`<li id="${id}" class="card process" tabindex="-1" aria-labelledby="${id}-name">
<div class="head">
<div><h3 id="${id}-name">${isolated(name)}</h3>
<small>${documentName(document)}${startedAt && markup` · started ${timeAt(startedAt)}`}</small></div>
<span class="state" aria-live="polite">${stateOf(workflow)}</span>
${workflow.state !== 'finished' && endButton(workflowId, name)}
</div>
${process && stepsOf(process, labels)}
${!process && resultsOf(returnValues)}
${logOf(workflow)}
${workflow.state === 'waiting' && copyable(`${id}-token`, 'Event token', eventToken)}
</li>`;
}

function endButton(workflowId: string, name: string): Markup {
	return markup`<form method="post" action="/page/end">
<input type="hidden" name="process" value="${workflowId}">
<button class="quiet">End<span class="unseen"> ${name}</span></button>
</form>`;
}

/** `DEAL_15` is read as "Deal 15"; of other documents the id is all that is known. */
function documentName([, , id]: DocumentId): Markup {
	const [, kind, number] = /^(DEAL|LEAD|CONTACT|COMPANY|QUOTE|INVOICE)_(\d+)$/.exec(id) ?? [];
	return isolated(kind ? `${kind[0]}${kind.slice(1).toLowerCase()} ${number}` : id);
}
