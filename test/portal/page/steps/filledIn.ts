import { isPhpArray } from '../../php/array';
import type { Properties, Property } from '../../registration/properties';
import { isMultiple } from './property';

/** The values of a step's form as a template would hold them: what takes several is a list, one value a line. */
export function filledIn(declared: Properties = {}, form: unknown): Record<string, unknown> {
	const given = isPhpArray(form) ? (form as Record<string, unknown>) : {};
	const entries = Object.entries(declared).map(([key, property]) => [key, valueOf(property, given[key])]);
	return Object.fromEntries(entries) as Record<string, unknown>;
}

/** A browser leaves out a list in which nothing is chosen. */
function valueOf(property: Property, given: unknown = ''): unknown {
	if (!isMultiple(property)) return given;
	const values = isPhpArray(given) ? Object.values(given) : String(given).split(/\r?\n/);
	return values.filter((value) => value !== '');
}
