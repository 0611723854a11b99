import type { StepKind } from '../options';
import { isEmpty } from '../php/truth';
import { readHandler } from './address';
import { readDocumentType, readFilter } from './documents';
import { EMPTY_NAME, SAVE_ERROR } from './errors';
import { type Properties, readProperties } from './properties';

/** What is kept of a registered step, under the portal's names. */
export interface StepFields {
	HANDLER: string;
	/** A text, or a text for each language. */
	NAME: unknown;
	DESCRIPTION?: unknown;
	/** Whose tokens the handler gets; 0 for nobody's. */
	AUTH_USER_ID: number;
	/** Neither `Y` nor `N`: whoever draws the process decides. */
	USE_SUBSCRIPTION?: unknown;
	PROPERTIES?: Properties;
	RETURN_PROPERTIES?: Properties;
	DOCUMENT_TYPE?: unknown;
	FILTER?: unknown;
	USE_PLACEMENT?: 'Y' | 'N';
	PLACEMENT_HANDLER?: string;
}

const asGiven = (value: unknown) => value;

type FieldName = Exclude<keyof StepFields, 'PLACEMENT_HANDLER'>;

const READERS: Record<FieldName, (value: unknown, kind: StepKind) => unknown> = {
	HANDLER: readHandler,
	NAME: (value) => {
		if (isEmpty(value)) throw EMPTY_NAME;
		return value;
	},
	DESCRIPTION: asGiven,
	AUTH_USER_ID: (value) => Number.parseInt(String(value), 10) || 0,
	USE_SUBSCRIPTION: asGiven,
	PROPERTIES: readProperties,
	RETURN_PROPERTIES: readProperties,
	DOCUMENT_TYPE: readDocumentType,
	FILTER: readFilter,
	USE_PLACEMENT: (value) => (value === 'Y' ? 'Y' : 'N'),
};

/** Reads the named fields in the order of their names, which is the order of the portal's checks. Null is not given. */
export function readFields(
	kind: StepKind,
	given: Record<string, unknown>,
	names: readonly FieldName[],
): Partial<StepFields> {
	const present = names.filter((name) => (given[name] ?? null) !== null);
	return Object.fromEntries(present.map((name) => [name, READERS[name](given[name], kind)]));
}

/** With `USE_PLACEMENT` an address of its own for the settings of the step. */
export function readPlacement(given: Record<string, unknown>): Pick<StepFields, 'PLACEMENT_HANDLER'> {
	if (given.USE_PLACEMENT !== 'Y') return {};
	return { PLACEMENT_HANDLER: readHandler(given.PLACEMENT_HANDLER) };
}

/** Bytes of the column; PHP's serialized form is a little longer than the JSON measured here. */
const LONGEST_PROPERTIES_BYTES = 65_534;

/** The last check: what does not fit its column cannot be saved. */
export function checkSizes({ HANDLER, PROPERTIES, RETURN_PROPERTIES }: StepFields): void {
	const tooLong = [PROPERTIES, RETURN_PROPERTIES].some(
		(properties) => Buffer.byteLength(JSON.stringify(properties ?? {})) > LONGEST_PROPERTIES_BYTES,
	);
	if (tooLong || HANDLER.length > 1000) throw SAVE_ERROR;
}
