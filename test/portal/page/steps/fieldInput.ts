import type { Property } from '../../registration/properties';
import { inWords } from '../../registration/view';
import { type Content, isolated, type Markup, markup } from '../markup';
import { defaultsOf, isMultiple, isRequired, isYes, optionsOf } from './property';

/** Inputs of the browser for the portal's types, and what a default must look like to stand in one. */
const INPUTS: Record<string, { attributes: Markup; holds: RegExp }> = {
	int: { attributes: markup`type="number" step="1"`, holds: /^-?\d+$/ },
	double: { attributes: markup`type="number" step="any"`, holds: /^-?\d+(\.\d+)?$/ },
	date: { attributes: markup`type="date"`, holds: /^\d{4}-\d\d-\d\d$/ },
	datetime: { attributes: markup`type="datetime-local"`, holds: /^\d{4}-\d\d-\d\dT\d\d:\d\d/ },
};

const HINTS: Record<string, string> = {
	user: 'As the portal writes users, such as user_1',
	file: 'Its number or address: nothing is uploaded here',
};

/** What a person fills in for one declared property, as the settings of the step ask for it. */
export function fieldInput(step: string, key: string, property: Property): Markup {
	const id = `${step}-${key}`;
	const type = String(property.TYPE ?? 'string');
	const isList = isMultiple(property) && type !== 'select';
	const notes = [inWords(property.DESCRIPTION), HINTS[type] ?? '', isList ? 'One value a line' : ''];
	const hint = notes.filter(Boolean).join('. ');
	const attributes = markup`id="${id}" name="properties[${key}]${isMultiple(property) && type === 'select' && '[]'}"${isRequired(property) && markup` required`}${hint !== '' && markup` aria-describedby="${id}-hint"`}`;
	return markup`<div class="field">
<label for="${id}">${isolated(inWords(property.NAME))}${isRequired(property) && markup` <span class="required">required</span>`}</label>
${control(type, property, isList, attributes)}
${hint !== '' && markup`<small id="${id}-hint">${hint}</small>`}
</div>`;
}

function control(type: string, property: Property, isList: boolean, attributes: Markup): Markup {
	const defaults = defaultsOf(property);
	if (isList || type === 'text') {
		// The parser drops a line end right behind the tag, so that one is put there for it to drop.
		return markup`<textarea ${attributes} rows="3">\n${defaults.join('\n')}</textarea>`;
	}
	if (type === 'select') return choice(attributes, optionsOf(property), defaults, isMultiple(property));
	if (type === 'bool') {
		const answers: Array<[string, string]> = [
			['Y', 'Yes'],
			['N', 'No'],
		];
		return choice(
			attributes,
			answers,
			defaults.map((value) => (isYes(value) ? 'Y' : 'N')),
			false,
		);
	}
	const [value = ''] = defaults;
	const input = Object.hasOwn(INPUTS, type) ? INPUTS[type] : undefined;
	// An expression such as {=Document:ID} may be the default of any type.
	const kind = input && (value === '' || input.holds.test(value)) ? input.attributes : markup`type="text"`;
	return markup`<input ${attributes} ${kind} value="${value}" autocomplete="off">`;
}

function choice(
	attributes: Markup,
	options: Array<[value: string, label: string]>,
	chosen: string[],
	several: boolean,
): Markup {
	const listed: Content[] = options.map(
		([value, label]) =>
			markup`<option value="${value}"${chosen.includes(value) && markup` selected`}>${label}</option>`,
	);
	// Of several, the list itself says what is chosen; of one, nothing must be choosable, too.
	const none = several ? '' : markup`<option value="">–</option>`;
	const size = several && markup` multiple size="${Math.min(Math.max(options.length, 2), 5)}"`;
	return markup`<select ${attributes}${size}>${none}${listed}</select>`;
}
