import { isPhpArray } from '../php/array';
import type { Properties, Property } from '../registration/properties';

/**
 * What a step sends as `properties`: those its registration declares, with the template's value or else the declared
 * default. A property with neither is null.
 */
export function propertiesOf(
	declared: Properties = {},
	fromTemplate: Record<string, unknown> = {},
): Record<string, unknown> {
	const entries = Object.entries(declared).map(([key, property]) => [
		key,
		written(property, fromTemplate[key] ?? property.DEFAULT ?? null),
	]);
	return Object.fromEntries(entries) as Record<string, unknown>;
}

function written(property: Property, value: unknown): unknown {
	if (value === null) return null;
	if (!isYes(property.MULTIPLE)) return single(property, value);
	const values = isPhpArray(value) ? Object.values(value) : [value];
	return values.map((one) => single(property, one));
}

/** A bool is `Y` or `N`, however the template holds it. */
function single({ TYPE: type }: Property, value: unknown): unknown {
	if (type !== 'bool' || value === '' || value === null) return value;
	return isYes(value) ? 'Y' : 'N';
}

function isYes(value: unknown): boolean {
	return value === true || ['y', '1', 'true'].includes(String(value).toLowerCase());
}
