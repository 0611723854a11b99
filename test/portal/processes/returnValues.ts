import { isPhpArray, upperCaseKeys } from '../php/array';
import type { ReturnRecord } from '../records';
import type { Properties } from '../registration/properties';
import { keep } from '../values/kept';

/**
 * The values of an answer that the step declared, under their declared names; case is of no matter, others are ignored.
 * @param zone of the portal
 */
export function returnValuesOf(
	declared: Properties = {},
	given: unknown,
	zone: string,
): Pick<ReturnRecord, 'values' | 'unfit'> {
	const named = upperCaseKeys(isPhpArray(given) ? given : {});
	const known = Object.keys(declared).filter((name) => name.toUpperCase() in named);
	const kept = known.map((name) => [name, keep(declared[name], named[name.toUpperCase()], zone)] as const);
	const unfit = kept.filter(([, { isUnfit }]) => isUnfit).map(([name]) => name);
	return {
		values: Object.fromEntries(kept.map(([name, { value }]) => [name, value])),
		...(unfit.length > 0 && { unfit }),
	};
}
