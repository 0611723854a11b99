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
		default: 'Hello from n8n',
		placeholder: 'e.g. Invoice {{ $json.number }} was sent',
		description: 'The line to write into the log of the workflow',
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
