import type { INodeProperties } from 'n8n-workflow';

/** One field of a step, in the order in which people think of it. */
const field: INodeProperties[] = [
	{
		displayName: 'Key',
		name: 'key',
		type: 'string',
		default: '',
		placeholder: 'e.g. amount',
		description:
			'Its name in n8n: a Latin letter first, then Latin letters, digits and underscores. Templates keep what was entered under this key.',
	},
	{
		displayName: 'Label',
		name: 'label',
		type: 'string',
		default: '',
		placeholder: 'e.g. Amount',
		description: 'Its name in Bitrix24. When empty, the key is shown.',
	},
	{
		displayName: 'Type',
		name: 'type',
		type: 'options',
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
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'string',
		typeOptions: { rows: 3 },
		default: '',
		placeholder: 'low=Low\nhigh=High',
		description: 'What can be chosen, one a line, as value=Label. Only for the type Select.',
	},
	{
		displayName: 'Required',
		name: 'required',
		type: 'boolean',
		default: false,
		description: 'Whether it must be filled in',
	},
	{
		displayName: 'Multiple',
		name: 'multiple',
		type: 'boolean',
		default: false,
		description: 'Whether it can hold several values; in n8n it is then always a list',
	},
	{
		displayName: 'Default',
		name: 'default',
		type: 'string',
		default: '',
		description: 'The value it has until somebody enters another',
	},
];

/** A list of fields of a step: what people fill in, or what the process gets back. */
export const stepFields = (name: string, displayName: string, description: string): INodeProperties => ({
	displayName,
	name,
	type: 'fixedCollection',
	placeholder: 'Add Field',
	typeOptions: { multipleValues: true, sortable: true },
	default: {},
	description,
	options: [{ name: 'field', displayName: 'Field', values: field }],
});
