import type { Desk } from '../desk';
import type { StepKind } from '../options';
import { upperCaseKeys } from '../php/array';
import { isEmpty } from '../php/truth';
import { readCode } from './code';
import { ALREADY_INSTALLED, EMPTY_DATA, SAVE_ERROR } from './errors';
import { checkSizes, readFields, readPlacement, type StepFields } from './fields';

const LONGEST_CODE = 128;
/** The first six in the order of the portal's checks; the others take any value. */
const FIELDS = [
	'HANDLER',
	'NAME',
	'PROPERTIES',
	'RETURN_PROPERTIES',
	'DOCUMENT_TYPE',
	'FILTER',
	'DESCRIPTION',
	'AUTH_USER_ID',
	'USE_SUBSCRIPTION',
	'USE_PLACEMENT',
] as const;

/**
 * https://apidocs.bitrix24.com/api-reference/bizproc/bizproc-robot/bizproc-robot-add.html
 * https://apidocs.bitrix24.com/api-reference/bizproc/bizproc-activity/bizproc-activity-add.html
 */
export function addStep({ registrations }: Desk, kind: StepKind, params: Record<string, unknown>): true {
	const given = upperCaseKeys(params);
	if (isEmpty(given)) throw EMPTY_DATA;
	const code = readCode(given.CODE);
	const required = { ...given, HANDLER: given.HANDLER ?? '', NAME: given.NAME ?? '' };
	const fields = { AUTH_USER_ID: 0, ...readFields(kind, required, FIELDS) } as StepFields;
	if (registrations.find(code)) throw ALREADY_INSTALLED;
	Object.assign(fields, readPlacement(given));
	checkSizes(fields);
	if (code.length > LONGEST_CODE) throw SAVE_ERROR;
	registrations.keep({ kind, code, fields });
	return true;
}
