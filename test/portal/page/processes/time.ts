import { type Markup, markup } from '../markup';

/** Portal and browser share a machine, and so a clock. */
export function timeAt(iso: string): Markup {
	return markup`<time datetime="${iso}">${new Date(iso).toLocaleTimeString('en-GB')}</time>`;
}
