import type { TemplateView } from '../../records';
import { isolated, type Markup, markup } from '../markup';

/** The drawn processes with their steps in order. Nothing while there are none. */
export function templatesSection(templates: TemplateView[]): Markup | string {
	if (templates.length === 0) return '';
	return markup`<section aria-labelledby="templates">
<h2 id="templates" tabindex="-1">Templates</h2>
<ul class="card rows">${templates.map(row)}</ul>
</section>`;
}

function row({ templateId, name, steps }: TemplateView): Markup {
	const path = steps.map((step) => markup`<li>${isolated(step.name)}</li>`);
	return markup`<li id="template-${templateId}">
<form method="post" action="/page/run-template">
<input type="hidden" name="template" value="${templateId}">
<div><h3>${isolated(name)}</h3><ol class="path" aria-label="Steps">${path}</ol></div>
<button class="quiet">Run<span class="unseen"> ${name}</span></button>
</form>
</li>`;
}
