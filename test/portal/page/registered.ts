import type { RegisteredStep } from '../records';
import { isolated } from './html';
import { KINDS } from './kinds';

/** The steps of the application, as the lists of rules and actions show them. Nothing while there are none. */
export function registeredSection(steps: RegisteredStep[]): string {
	if (steps.length === 0) return '';
	const rows = steps.map(
		({ kind, code, name, handler, fields }) => `<tr>
<td>${isolated(name)}<br><small>${KINDS[kind]} · ${isolated(code)}</small></td>
<td class="text">${isolated(handler)}<br><small>fields: ${keys(fields.PROPERTIES)} · returns: ${keys(fields.RETURN_PROPERTIES)}</small></td>
</tr>`,
	);
	return `<section><h2>Steps of the application</h2><table>${rows.join('\n')}</table></section>`;
}

function keys(properties: unknown): string {
	return isolated(Object.keys(properties ?? {}).join(', ') || 'none');
}
