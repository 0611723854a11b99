import type { DeclaredField } from '../../items/declaredFields';
import { readFieldOptions, type Option } from '../../items/values/options';
import { isFailure, type Failure } from '../../portal/answers/failure';
import type { Param } from '../../portal/command';
import { codeOf, type Place } from './code';
import { readDefault } from './defaults';
import type { StepParameters } from './parameters';

/** An automation rule, or an action of the workflow designer. */
export type StepKind = 'robot' | 'activity';

/** A step as the portal registers it. */
export interface Step {
	kind: StepKind;
	code: string;
	fields: Record<string, Param>;
}

/** An empty value leaves the choice to the author of the template. */
const WAITS = new Map([
	['yes', 'Y'],
	['no', 'N'],
	['designer', ''],
]);

/**
 * What the builder has set, in the portal's words.
 * @see https://apidocs.bitrix24.com/api-reference/bizproc/bizproc-robot/bizproc-robot-add.html
 */
export function toStep(parameters: StepParameters, handler: string, place: Place): Step {
	const { kind, name, description, documentTypes, runAsUser } = parameters;
	return {
		kind,
		code: codeOf(parameters.code, place),
		fields: {
			HANDLER: handler,
			NAME: place.isTest ? `${name} (test)` : name,
			DESCRIPTION: description,
			// With a user, each post would carry keys to the portal in his name. 0: nobody's.
			AUTH_USER_ID: String(runAsUser),
			USE_SUBSCRIPTION: WAITS.get(parameters.waitForResult) ?? 'Y',
			PROPERTIES: toProperties(parameters.properties),
			RETURN_PROPERTIES: toProperties(parameters.returnProperties),
			// Sent empty as well: an update leaves alone what it does not name.
			FILTER: documentTypes.length === 0 ? {} : { INCLUDE: documentTypes.map((triple) => triple.split('|')) },
		},
	};
}

const toProperties = (fields: DeclaredField[]): Param =>
	Object.fromEntries(fields.map((field) => [field.key, toProperty(field)]));

function toProperty(field: DeclaredField): Param {
	const { key, label, type, required, multiple, options } = field;
	const initial = readDefault(field, key);
	return {
		Name: label === '' ? key : label,
		Type: type,
		Required: required ? 'Y' : 'N',
		Multiple: multiple ? 'Y' : 'N',
		...(type === 'select' && { Options: toOptions(readFieldOptions(options)) }),
		...(initial !== '' && !isRefused(initial) && { Default: initial }),
	};
}

/** It was told as a mistake before. */
const isRefused = (initial: string | string[] | Failure): initial is Failure =>
	typeof initial === 'object' && isFailure(initial);

/**
 * As documented, an object of values and labels, if it keeps the order: JavaScript puts whole numbers first, and so does
 * whatever writes JSON here. Else a list of pairs, which the portal reads as the same (`normalizeOptions` of its selects).
 */
function toOptions(options: Option[]): Param {
	const map = Object.fromEntries(options);
	const isInOrder = Object.keys(map).every((value, index) => value === options[index][0]);
	return isInOrder ? map : options;
}
