import type { Zone } from 'luxon';
import { isFailure, unusable, type Failure } from '../../portal/answers/failure';
import type { DeclaredField } from '../declaredFields';
import { toText } from '../text';
import type { Form } from './forms';
import { split } from './several';

/** Types whose values the portal reads by its own clock. */
export const isDated = ({ type }: DeclaredField): boolean => type === 'date' || type === 'datetime';

/**
 * The value of a field in the form that the portal wants, where only one can be meant. The portal checks nothing, so
 * what has no form is told before it is sent.
 * @param what the field is called in messages, e.g. `the return value "sum"`
 * @param zone of the portal's clock, which only dates need, or why it is not known
 */
export function toPortalForm(
	value: unknown,
	field: DeclaredField,
	form: Form,
	what: string,
	zone?: Zone | Failure,
): string | string[] | Failure {
	if (isDated(field) && zone !== undefined && isFailure(zone)) return zone;
	const read = (one: unknown) => form.read(one, field, zone as Zone);
	const given =
		field.multiple && typeof value === 'string' ? split(value, (text) => read(text) !== undefined) : value;
	if (given === undefined && value !== undefined) return refuse(value, what, form, field);
	const values = (Array.isArray(given) ? given : [given]).filter(isSomething);
	const written: string[] = [];
	for (const one of values) {
		const text = read(one);
		if (text === undefined) return refuse(one, what, form, field);
		written.push(text);
	}
	if (field.multiple) return written.length > 0 ? written : '';
	return written.length > 1 ? refuseMany(written.length, what) : (written[0] ?? '');
}

const isSomething = (value: unknown): boolean =>
	value !== null && value !== undefined && !(typeof value === 'string' && value.trim() === '');

/** More of a value is not shown. */
const LONGEST_SHOWN = 60;

function refuse(value: unknown, what: string, form: Form, field: DeclaredField): Failure {
	const shown = shorten(toText(value) ?? typeof value);
	return unusable(`"${shown}" cannot be ${what}, which is of type ${form.name}`, form.takes(field));
}

const shorten = (text: string): string =>
	text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;

const refuseMany = (count: number, what: string): Failure =>
	unusable(
		`${count} values cannot be ${what}, which takes one`,
		'Send one of them, or switch on Multiple for it in the Bizproc Trigger and publish again.',
	);
