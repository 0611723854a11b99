import type { INodeProperties } from 'n8n-workflow';
import { authenticationField, lanesField, maxWaitField, resultField } from '../items/fields';
import { toProperties } from '../items/registry';
import { resources } from './resources';

export const bizprocFields: INodeProperties[] = [
	authenticationField,
	...toProperties(resources),
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [maxWaitField, lanesField, resultField('bizproc')],
	},
];
