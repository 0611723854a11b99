import type { DeclaredField, FieldType } from '../../items/declaredFields';
import { FORMS } from '../../items/values/forms';
import { toPortalForm } from '../../items/values/portalForm';
import type { Failure } from '../../portal/answers/failure';

/** Types whose values are written the same everywhere. A date is left to the portal, which has a form of its own. */
const CONVERTED: FieldType[] = ['bool', 'double', 'int', 'select', 'user'];

/**
 * The value that a field has until somebody enters another, as the portal wants it.
 * @param what the field is called in messages, e.g. `the field "sum"`
 * @returns why it cannot be one
 */
export function readDefault(field: DeclaredField, what: string): string | string[] | Failure {
	const { type, default: initial } = field;
	const form = CONVERTED.includes(type) ? FORMS[type] : undefined;
	// `{=Document:TITLE}` is worked out by the portal.
	if (form === undefined || initial.includes('{=')) return initial;
	return toPortalForm(initial, field, form, `the default of ${what}`);
}
