import type { INodeProperties } from 'n8n-workflow';
import { authenticationField, lanesField, maxWaitField, resultField } from '../items/fields';
import { sendFields } from './event/send.description';

export const bizprocFields: INodeProperties[] = [
	authenticationField,
	{
		displayName: 'Resource',
		name: 'resource',
		type: 'options',
		noDataExpression: true,
		options: [{ name: 'Event', value: 'event' }],
		default: 'event',
	},
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['event'] } },
		options: [
			{
				name: 'Send Result',
				value: 'send',
				action: 'Send a result to a waiting step',
				description: 'Hand values back to the step that waits for them, so that the process goes on',
			},
		],
		default: 'send',
	},
	...sendFields,
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [maxWaitField, lanesField, resultField('bizproc')],
	},
];
