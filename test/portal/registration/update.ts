import type { Desk } from '../desk';
import type { StepKind } from '../options';
import { isPhpArray, upperCaseKeys } from '../php/array';
import { isEmpty } from '../php/truth';
import { findOwn, readCode } from './code';
import { NO_FIELDS } from './errors';
import { checkSizes, readFields, readPlacement } from './fields';

const BEFORE_PLACEMENT = ['HANDLER', 'AUTH_USER_ID', 'USE_SUBSCRIPTION', 'USE_PLACEMENT'] as const;
const AFTER_PLACEMENT = [
	'NAME',
	'DESCRIPTION',
	'PROPERTIES',
	'RETURN_PROPERTIES',
	'DOCUMENT_TYPE',
	'FILTER',
] as const;

/**
 * https://apidocs.bitrix24.com/api-reference/bizproc/bizproc-robot/bizproc-robot-update.html
 * https://apidocs.bitrix24.com/api-reference/bizproc/bizproc-activity/bizproc-activity-update.html
 */
export function updateStep(desk: Desk, kind: StepKind, params: Record<string, unknown>): true {
	const { CODE, FIELDS } = upperCaseKeys(params);
	const registration = findOwn(desk, kind, readCode(CODE));
	const given = isPhpArray(FIELDS) ? upperCaseKeys(FIELDS) : {};
	// An empty name changes nothing; only at registration is it an error.
	if (isEmpty(given.NAME)) delete given.NAME;
	const changes = {
		...readFields(kind, given, BEFORE_PLACEMENT),
		...readPlacement(given),
		...readFields(kind, given, AFTER_PLACEMENT),
	};
	if (isEmpty(changes)) throw NO_FIELDS;
	const fields = { ...registration.fields, ...changes };
	checkSizes(fields);
	desk.registrations.keep({ ...registration, fields });
	return true;
}
