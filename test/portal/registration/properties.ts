import { isPhpArray, upperCaseKeys } from '../php/array';
import { isEmpty } from '../php/truth';
import { emptyPropertyName, WRONG_PROPERTIES, wrongPropertyKey } from './errors';

/** One of PROPERTIES or RETURN_PROPERTIES. */
export interface Property {
	NAME: unknown;
	TYPE?: unknown;
	MULTIPLE?: unknown;
	DEFAULT?: unknown;
	[other: string]: unknown;
}

export type Properties = Record<string, Property>;

const KEY = /^[a-z][a-z0-9_]*$/i;

/** The keys stay as they are; what describes a property may be in any case. */
export function readProperties(value: unknown): Properties {
	if (!isPhpArray(value)) throw WRONG_PROPERTIES;
	return Object.fromEntries(Object.entries(value).map(([key, given]) => [key, readProperty(key, given)]));
}

function readProperty(key: string, given: unknown): Property {
	if (!KEY.test(key)) throw wrongPropertyKey(key);
	const property = isPhpArray(given) ? upperCaseKeys(given) : {};
	if (isEmpty(property.NAME)) throw emptyPropertyName(key);
	return { ...property, NAME: property.NAME };
}
