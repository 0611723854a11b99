import type { RegisteredStep } from '../records';
import type { Registration } from './registrations';

/** A registered step as the person at the controls sees it. */
export function viewOf({ kind, code, fields }: Registration): RegisteredStep {
	return { kind, code, name: nameOf(fields.NAME), handler: fields.HANDLER, fields: { ...fields } };
}

/** A name is a text or one for each language: the English one, or else the first. */
function nameOf(name: unknown): string {
	if (typeof name !== 'object' || name === null) return String(name);
	const texts = new Map<string, unknown>(Object.entries(name));
	return String(texts.get('en') ?? [...texts.values()][0]);
}
