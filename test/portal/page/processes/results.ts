import { isPhpArray, toJsonShape } from '../../php/array';
import type { RegisteredStep } from '../../records';
import type { Properties } from '../../registration/properties';
import { inWords } from '../../registration/view';
import { type Content, isolated, markup } from '../markup';

/** What people call the return values of each step, by its code. */
export type Labels = Map<string, Map<string, string>>;

export function labelsOf(steps: RegisteredStep[]): Labels {
	return new Map(
		steps.map(({ code, fields }) => {
			const declared = Object.entries((fields.RETURN_PROPERTIES ?? {}) as Properties);
			return [code, new Map(declared.map(([key, { NAME }]) => [key, inWords(NAME)]))];
		}),
	);
}

/** What a process got back. Nothing if it got nothing. */
export function resultsOf(values: unknown, labels = new Map<string, string>()): Content {
	const entries = isPhpArray(values) ? Object.entries(toJsonShape(values)) : [];
	if (entries.length === 0) return '';
	const rows = entries.map(
		([key, value]) =>
			markup`<div><dt>${isolated(labels.get(key) ?? key)}</dt><dd>${isolated(written(value))}</dd></div>`,
	);
	return markup`<dl class="results" aria-label="Received">${rows}</dl>`;
}

function written(value: unknown): string {
	return typeof value === 'string' ? value : JSON.stringify(value);
}
