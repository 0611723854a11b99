import type { INodeProperties } from 'n8n-workflow';
import { authenticationField, eventTokenField, lanesField, maxWaitField, resultField } from '../items/fields';

export const logFields: INodeProperties[] = [
	authenticationField,
	eventTokenField,
	{
		displayName: 'Message',
		name: 'message',
		type: 'string',
		required: true,
		typeOptions: { rows: 3 },
		default: '',
		placeholder: 'e.g. Invoice {{ $json.number }} was sent',
		description:
			'The line to write into the log of the workflow. Numbers, lists and objects are written as text. At most 65,535 bytes.',
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [maxWaitField, lanesField, resultField('bizprocLog')],
	},
];
