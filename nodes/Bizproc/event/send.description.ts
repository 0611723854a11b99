import type { INodeProperties } from 'n8n-workflow';
import { eventTokenField } from '../../items/fields';

export const sendFields: INodeProperties[] = [
	eventTokenField,
	{
		displayName: 'Specify Return Values',
		name: 'returnValuesMode',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'Using Fields Below', value: 'fields' },
			{ name: 'Using JSON', value: 'json' },
		],
		default: 'fields',
		description: 'How to enter what the process gets back',
	},
	{
		displayName: 'Return Values',
		name: 'returnValues',
		type: 'fixedCollection',
		placeholder: 'Add Value',
		typeOptions: { multipleValues: true, sortable: true },
		default: {},
		displayOptions: { show: { returnValuesMode: ['fields'] } },
		description: 'What the process gets back',
		options: [
			{
				name: 'value',
				displayName: 'Value',
				values: [
					{
						displayName: 'Key',
						name: 'key',
						type: 'string',
						default: '',
						placeholder: 'e.g. answer',
						hint: 'Key or label of a return value, as the Bizproc Trigger declares it',
					},
					{
						displayName: 'Value',
						name: 'value',
						type: 'string',
						default: '',
						description: 'Text, a number, yes or no, a date or a list. Nothing empties the value.',
						hint: 'A user by number. A file by its number in Bitrix24, which takes no content here.',
					},
				],
			},
		],
	},
	{
		displayName: 'Return Values (JSON)',
		name: 'returnValuesJson',
		type: 'json',
		default: '',
		placeholder: '{ "answer": "approved" }',
		displayOptions: { show: { returnValuesMode: ['json'] } },
		description:
			'What the process gets back, as one object of keys and values. {} for no values. Put no expression inside quotes.',
		hint: 'Such as { "answer": "approved" }, or with expressions {{ JSON.stringify({ answer: $json.answer }) }}',
	},
	{
		displayName: 'Log Message',
		name: 'logMessage',
		type: 'string',
		typeOptions: { rows: 2 },
		default: '',
		placeholder: 'e.g. Approved by the credit check',
		description: 'A line for the log of the workflow. When empty, Bitrix24 writes a text of its own.',
	},
];
