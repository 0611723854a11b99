import type { Property } from '../../registration/properties';
import { isPhpArray } from '../../php/array';

/** What a declared property asks for, however an application has written it. */
export const isMultiple = ({ MULTIPLE }: Property): boolean => isYes(MULTIPLE);
export const isRequired = ({ REQUIRED }: Property): boolean => isYes(REQUIRED);

export function isYes(value: unknown): boolean {
	return value === true || ['y', '1', 'true'].includes(String(value).toLowerCase());
}

/** What is filled in from the beginning: one text, or several of a property that takes several. */
export function defaultsOf({ DEFAULT: given }: Property): string[] {
	const values = isPhpArray(given) ? Object.values(given) : [given ?? ''];
	return values.map(String).filter((text) => text !== '');
}

/** The choices of a select: what is sent, and what people read. */
export function optionsOf({ OPTIONS: given }: Property): Array<[value: string, label: string]> {
	if (!isPhpArray(given)) return [];
	// Pairs are read as keys and labels, too.
	return Object.entries(given).map(([value, label]) =>
		isPhpArray(label) ? (Object.values(label).map(String) as [string, string]) : [value, String(label)],
	);
}
