import type { RegisteredStep } from '../records';
import type { Registration } from './registrations';

/** A registered step as the person at the controls sees it. */
export function viewOf({ kind, code, fields }: Registration): RegisteredStep {
	return { kind, code, name: inWords(fields.NAME), handler: fields.HANDLER, fields: { ...fields } };
}

/** What people read is a text or one for each language: the English one, or else the first. */
export function inWords(text: unknown): string {
	if (typeof text !== 'object' || text === null) return String(text ?? '');
	const texts = new Map<string, unknown>(Object.entries(text));
	return String(texts.get('en') ?? [...texts.values()][0] ?? '');
}
