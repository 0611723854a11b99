import type { WorkflowView } from '../../records';
import { isolated, type Markup, markup } from '../markup';
import { timeAt } from './time';

const LINES_SHOWN = 100;

/** The log of a process, announced as it grows. Lines have names of their own, so that what stands there stays. */
export function logOf({ workflowId, name, lines, accepted }: WorkflowView): Markup {
	const earlier = Math.max(0, lines.length - LINES_SHOWN);
	const rows = lines
		.slice(earlier)
		.map(
			({ text, at }, index) =>
				markup`<li id="line-${workflowId}-${earlier + index}">${timeAt(at)} <span class="text">${isolated(text)}</span></li>`,
		);
	return markup`<h4>Log <small>calls accepted: ${accepted} · lines: ${lines.length}</small></h4>
${earlier > 0 && markup`<p class="empty">and ${earlier} earlier ${earlier === 1 ? 'line' : 'lines'}</p>`}
<div role="log" aria-label="Log of ${name}">
${rows.length > 0 ? markup`<ol class="log">${rows}</ol>` : markup`<p class="empty">${emptyWords(accepted)}</p>`}
</div>`;
}

/** Logging that is off, and a step that no longer waits, look the same from outside. */
function emptyWords(accepted: number): string {
	return accepted > 0 ? 'Calls were accepted, and none left a line.' : 'Nothing was written yet.';
}
