import type { DeclaredField } from '../../items/declaredFields';
import { isKey, keyOf } from '../../items/keys';
import { readFieldOptions } from '../../items/values/options';
import { isFailure } from '../../portal/answers/failure';
import type { Words } from '../../portal/answers/connection';
import { LONGEST_CODE, TEST_SUFFIX } from './code';
import { readDefault } from './defaults';
import type { StepParameters } from './parameters';

/** The first thing in the builder's settings that the portal would refuse, in words, before it is asked. */
export function findMistake(parameters: StepParameters): Words | undefined {
	const { name, code, properties, returnProperties, documentTypes, runAsUser } = parameters;
	return (
		mistakeInName(name) ??
		mistakeInCode(code) ??
		mistakeInFields(properties, 'field') ??
		mistakeInFields(returnProperties, 'return value') ??
		mistakeInDocumentTypes(documentTypes) ??
		mistakeInUser(runAsUser)
	);
}

function mistakeInName(name: string): Words | undefined {
	if (name !== '') return undefined;
	return {
		happened: 'The step has no name',
		nextStep: 'Enter the Name under which people find it in Bitrix24.',
	};
}

function mistakeInCode(code: string): Words | undefined {
	const longest = LONGEST_CODE - TEST_SUFFIX.length;
	if (/^[a-z0-9._-]*$/i.test(code) && code.length <= longest) return undefined;
	return {
		happened: `The Code "${code}" cannot be used`,
		nextStep: `A code holds only Latin letters, digits, points, hyphens and underscores, at most ${longest} of them. Leave it empty and n8n makes one.`,
	};
}

function mistakeInFields(fields: DeclaredField[], what: string): Words | undefined {
	const keys = new Set<string>();
	for (const [index, field] of fields.entries()) {
		const { key } = field;
		if (key === '') return noKey(index + 1, what);
		if (!isKey(key)) return wrongKey(key, what);
		if (keys.has(key.toLowerCase())) {
			return {
				happened: `The key "${key}" stands twice among the ${what}s`,
				nextStep: 'Bitrix24 does not tell upper from lower case in keys. Give one of them another key.',
			};
		}
		keys.add(key.toLowerCase());
		const mistake = mistakeInOptions(field, what) ?? mistakeInDefault(field, what);
		if (mistake) return mistake;
	}
	return undefined;
}

/** Nothing else tells the rows apart. */
function noKey(row: number, what: string): Words {
	return {
		happened: `Row ${row} of the ${what}s has neither a key nor a label that a key can be made of`,
		nextStep: `Enter the Label of the ${what}, or a Key of Latin letters.`,
	};
}

function wrongKey(key: string, what: string): Words {
	const better = keyOf(key);
	return {
		happened: `"${key}" cannot be the key of a ${what}`,
		nextStep: `A key begins with a Latin letter and holds only Latin letters, digits and underscores.${better === '' ? '' : ` Take "${better}", or leave Key empty to have it made from the label.`}`,
	};
}

function mistakeInOptions({ key, type, options }: DeclaredField, what: string): Words | undefined {
	// Of another type, they are what is left of an earlier choice, and nobody sees them.
	if (type !== 'select') return undefined;
	const values = readFieldOptions(options).map(([value]) => value);
	if (values.length === 0) {
		return {
			happened: `The ${what} "${key}" is of type Select and has no options`,
			nextStep: 'Enter its options, one a line, as value=Label.',
		};
	}
	const firstAt = new Map([...values.entries()].reverse().map(([index, value]) => [value, index]));
	const twice = values.find((value, index) => value === '' || firstAt.get(value) !== index);
	if (twice === undefined) return undefined;
	return {
		happened:
			twice === ''
				? `An option of the ${what} "${key}" has no value`
				: `The ${what} "${key}" has the option "${twice}" twice`,
		nextStep: 'Enter each option once, one a line, as value=Label.',
	};
}

function mistakeInDefault(field: DeclaredField, what: string): Words | undefined {
	const initial = readDefault(field, `the ${what} "${field.key}"`);
	return typeof initial === 'object' && isFailure(initial) ? initial : undefined;
}

function mistakeInDocumentTypes(documentTypes: string[]): Words | undefined {
	const wrong = documentTypes.find((triple) => !/^[^|]+(\|[^|]+){1,2}$/.test(triple));
	if (wrong === undefined) return undefined;
	return {
		happened: `"${wrong}" is no document type of Bitrix24`,
		nextStep:
			'A document type has three parts joined by bars, such as crm|CCrmDocumentDeal|DEAL; the last may be missing.',
	};
}

function mistakeInUser(runAsUser: number): Words | undefined {
	if (Number.isSafeInteger(runAsUser) && runAsUser >= 0) return undefined;
	return {
		happened: 'Run As User is not the number of a Bitrix24 user',
		nextStep: 'Enter the number in the address of his or her profile, or remove the option.',
	};
}
