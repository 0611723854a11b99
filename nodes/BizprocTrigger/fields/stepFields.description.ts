import type { INodeProperties } from 'n8n-workflow';

/** A row shows these at once, and the others when they are added to it. */
const ALWAYS = { showEvenWhenOptional: true };

const label: INodeProperties = {
	displayName: 'Label',
	name: 'label',
	type: 'string',
	typeOptions: ALWAYS,
	default: '',
	placeholder: 'e.g. Amount',
	description: 'Its name in Bitrix24. When empty, the key is shown.',
};

const key: INodeProperties = {
	displayName: 'Key',
	name: 'key',
	type: 'string',
	typeOptions: ALWAYS,
	default: '',
	placeholder: 'e.g. amount',
	description: 'Its name in n8n. Bitrix24 keeps what people have entered under this key.',
	hint: 'Latin letters, digits and _. Empty: made from the label («Сумма» becomes summa).',
};

const type: INodeProperties = {
	displayName: 'Type',
	name: 'type',
	type: 'options',
	typeOptions: ALWAYS,
	options: [
		{ name: 'Date', value: 'date' },
		{ name: 'Date and Time', value: 'datetime' },
		{ name: 'File', value: 'file' },
		{ name: 'Number', value: 'double' },
		{ name: 'Select', value: 'select' },
		{ name: 'Text (Many Lines)', value: 'text' },
		{ name: 'Text (One Line)', value: 'string' },
		{ name: 'User', value: 'user' },
		{ name: 'Whole Number', value: 'int' },
		{ name: 'Yes or No', value: 'bool' },
	],
	default: 'string',
	description: 'What it can hold',
};

const options: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'string',
	typeOptions: { rows: 3, ...ALWAYS },
	default: '',
	placeholder: 'low=Low\nhigh=High',
	description: 'What can be chosen, one a line, as value=Label',
	displayOptions: { show: { type: ['select'] } },
};

const multiple: INodeProperties = {
	displayName: 'Multiple',
	name: 'multiple',
	type: 'boolean',
	default: false,
	description: 'Whether it can hold several values; in n8n it is then always a list',
};

/** Of what people fill in; nobody fills in what a step gives back. */
const filledIn: INodeProperties[] = [
	{
		displayName: 'Default',
		name: 'default',
		type: 'string',
		default: '',
		description: 'The value it has until somebody enters another. Of a Select, a value or a label.',
	},
	{
		displayName: 'Required',
		name: 'required',
		type: 'boolean',
		default: false,
		description: 'Whether it must be filled in',
	},
];

const list = (
	one: string,
	values: INodeProperties[],
): Pick<INodeProperties, 'placeholder' | 'typeOptions' | 'options'> => ({
	placeholder: `Add ${one}`,
	typeOptions: {
		multipleValues: true,
		sortable: true,
		hideOptionalFields: true,
		addOptionalFieldButtonText: 'More Settings',
	},
	options: [{ name: 'field', displayName: one, values }],
});

export const stepFields: INodeProperties[] = [
	{
		displayName: 'Fields',
		name: 'properties',
		type: 'fixedCollection',
		default: {},
		description: 'What people fill in where they use the step',
		...list('Field', [label, key, type, options, ...filledIn, multiple]),
	},
	{
		displayName: 'Return Values',
		name: 'returnProperties',
		type: 'fixedCollection',
		default: {},
		description: 'What the step gives back to the process, by Send Result. Later steps can use it.',
		...list('Return Value', [label, key, type, options, multiple]),
	},
];
