import type { RegisteredStep } from '../../records';
import type { Properties } from '../../registration/properties';
import { inWords } from '../../registration/view';
import { isolated, type Markup, markup } from '../markup';
import { fieldInput } from './fieldInput';
import { KINDS } from './kinds';

/** The steps that n8n has put into the portal, each with what can be filled in, to be run. */
export function stepsSection(steps: RegisteredStep[]): Markup {
	const cards =
		steps.length > 0
			? markup`<ul class="cards">${steps.map(stepCard)}</ul>`
			: markup`<p class="empty">None yet. Publish a workflow that begins with a Bitrix24 Bizproc Trigger in n8n, or execute its trigger there, and the step appears here.</p>`;
	return markup`<section aria-labelledby="steps">
<h2 id="steps" tabindex="-1">Steps from n8n</h2>
${cards}
</section>`;
}

function stepCard({ kind, code, name, handler, fields }: RegisteredStep): Markup {
	const id = `step-${code}`;
	const declared = Object.entries((fields.PROPERTIES ?? {}) as Properties);
	const description = inWords(fields.DESCRIPTION);
	return markup`<li id="${id}" class="card">
<form method="post" action="/page/run-step" aria-labelledby="${id}-name">
<div class="head"><h3 id="${id}-name">${isolated(name)}</h3> <span class="badge">${KINDS[kind]}</span></div>
${description !== '' && markup`<p>${isolated(description)}</p>`}
<input type="hidden" name="code" value="${code}">
${declared.length > 0 && markup`<div class="fields">${declared.map(([key, property]) => fieldInput(id, key, property))}</div>`}
<button aria-describedby="${id}-name">Run a process with this step</button>
</form>
<details><summary>What n8n has registered<span class="unseen"> for ${name}</span></summary>
<dl>
<dt>Code</dt><dd><code>${code}</code></dd>
<dt>Address</dt><dd><code>${handler}</code></dd>
<dt>Return values</dt><dd>${returnValues(fields.RETURN_PROPERTIES as Properties | undefined)}</dd>
</dl></details>
</li>`;
}

function returnValues(declared: Properties = {}): Markup {
	const keys = Object.keys(declared);
	if (keys.length === 0) return markup`none`;
	return markup`${keys.map((key, index) => markup`${index > 0 && ', '}<code>${key}</code>`)}`;
}
