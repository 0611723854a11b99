import { type Content, type Markup, markup } from './markup';

/** A value to take along: selected by hand, or with its button, which shows where scripts run. */
export function copyable(id: string, label: string, value: string, hint?: Content): Markup {
	return markup`<div class="field">
<label for="${id}">${label}</label>
<div class="joined">
<input id="${id}" class="code" value="${value}" readonly spellcheck="false"${hint ? markup` aria-describedby="${id}-hint"` : ''}>
<button type="button" class="quiet copy" data-copies="${id}">Copy<span class="unseen"> ${label}</span></button>
</div>
${hint ? markup`<small id="${id}-hint">${hint}</small>` : ''}
</div>`;
}
