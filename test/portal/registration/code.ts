import type { Desk } from '../desk';
import type { StepKind } from '../options';
import { isEmpty } from '../php/truth';
import { EMPTY_CODE, NOT_FOUND, WRONG_CODE } from './errors';
import type { Registration } from './registrations';

const CODE = /^[a-z0-9.\-_]+$/i;

/** Case matters. */
export function readCode(value: unknown): string {
	if (isEmpty(value)) throw EMPTY_CODE;
	if (!(typeof value === 'string' || typeof value === 'number')) throw WRONG_CODE;
	if (!CODE.test(String(value))) throw WRONG_CODE;
	return String(value);
}

/** The step of that code and that kind: a robot is not found as an activity. */
export function findOwn({ registrations }: Desk, kind: StepKind, code: string): Registration {
	const registration = registrations.find(code);
	if (registration?.kind !== kind) throw NOT_FOUND;
	return registration;
}
