import { isPhpArray, toJsonShape, upperCaseKeys } from '../php/array';
import type { Properties } from '../registration/properties';

/** The values of an answer that the step declared, under their declared names; case is of no matter, others are ignored. */
export function returnValuesOf(declared: Properties = {}, given: unknown): Record<string, unknown> {
	const named = upperCaseKeys(isPhpArray(given) ? given : {});
	const known = Object.keys(declared).filter((name) => name.toUpperCase() in named);
	const entries = known.map((name) => [name, asList(named[name.toUpperCase()])]);
	return Object.fromEntries(entries) as Record<string, unknown>;
}

/** A list that came by a form, where it has keys. */
function asList(value: unknown): unknown {
	return isPhpArray(value) ? toJsonShape(value) : value;
}
