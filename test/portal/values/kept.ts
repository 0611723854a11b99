import { toJsonShape, isPhpArray } from '../php/array';
import { isYes, optionsOf } from '../page/steps/property';
import type { Property } from '../registration/properties';
import { readMoment } from './moments';

/** A returned value as the process keeps it. */
export interface Kept {
	value: unknown;
	/** No later step can use it as what it was declared. The portal itself says nothing of it. */
	isUnfit: boolean;
}

/**
 * What becomes of a returned value. A portal converts dates alone, in `internalizeValue` of its field types; whatever
 * else is returned stays as it came, fit or not.
 */
export function keep(property: Property, given: unknown, zone: string): Kept {
	const value = isPhpArray(given) ? toJsonShape(given) : given;
	if (!isYes(property.MULTIPLE)) return one(property, value, zone);
	// A single value is not made a list of.
	if (!Array.isArray(value)) return { value, isUnfit: !isNothing(value) };
	const kept = value.map((single) => one(property, single, zone));
	return { value: kept.map((single) => single.value), isUnfit: kept.some(({ isUnfit }) => isUnfit) };
}

function one(property: Property, given: unknown, zone: string): Kept {
	if (isNothing(given)) return { value: given, isUnfit: false };
	const type = String(property.TYPE ?? 'string');
	if (type !== 'date' && type !== 'datetime') return { value: given, isUnfit: !isFit(property, type, given) };
	const moment = typeof given === 'string' ? readMoment(given, zone) : undefined;
	if (moment === undefined) return { value: given, isUnfit: true };
	return {
		value: moment.toFormat(type === 'date' ? 'yyyy-MM-dd' : "yyyy-MM-dd'T'HH:mm:ssZZ"),
		isUnfit: false,
	};
}

/** What the portal's own forms would have made of it: the same form, or it means something else to later steps. */
const FIT: Record<string, RegExp> = {
	bool: /^[YN]$/,
	int: /^-?\d+$/,
	double: /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i,
	user: /^(user_\d+|group_\w+)$/,
	// The number of a file that the portal holds; content is not taken.
	file: /^\d+$/,
};

function isFit(property: Property, type: string, value: unknown): boolean {
	if (type === 'select') return optionsOf(property).some(([key]) => key === String(value));
	return !Object.hasOwn(FIT, type) || FIT[type].test(String(value));
}

const isNothing = (value: unknown): boolean => value === null || value === undefined || value === '';
