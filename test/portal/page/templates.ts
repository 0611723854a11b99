import type { TemplateView } from '../records';
import { isolated } from './html';
import { KINDS } from './kinds';

/** The drawn processes with their steps in order. Nothing while there are none. */
export function templatesSection(templates: TemplateView[]): string {
	if (templates.length === 0) return '';
	const rows = templates.map(({ templateId, name, steps }) => {
		const path = steps.map(({ kind, code }) => `${isolated(code)} <small>${KINDS[kind]}</small>`);
		return `<tr><td class="at">${templateId}</td><td>${isolated(name)}</td><td>${path.join(' → ')}</td></tr>`;
	});
	return `<section><h2>Templates</h2><table>${rows.join('\n')}</table></section>`;
}
