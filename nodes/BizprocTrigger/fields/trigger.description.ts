import type { INodeProperties } from 'n8n-workflow';
import { documentTypes } from './documentTypes.description';
import { options } from './options.description';
import { stepFields } from './stepFields.description';

export const triggerFields: INodeProperties[] = [
	{
		displayName:
			'Needs the OAuth2 credential of a local application, connected by an administrator of the portal: Bitrix24 takes steps only from applications, so an inbound webhook cannot be used here. Bitrix24 must be able to reach n8n: a private or local address works only if the portal is in the same network.',
		name: 'needs',
		type: 'notice',
		default: '',
	},
	{
		displayName: 'Kind of Step',
		name: 'kind',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Automation Rule',
				value: 'robot',
				description: 'Offered among the automation rules of CRM stages',
			},
			{
				name: 'Designer Action',
				value: 'activity',
				description: 'Offered in the workflow designer',
			},
		],
		default: 'robot',
		description:
			'Where people find the step. When you change it later, the step is removed and put in anew, so templates that use it have to be edited.',
	},
	{
		displayName: 'Name',
		name: 'name',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. Check the credit rating',
		description: 'Name of the step in Bitrix24',
	},
	{
		displayName: 'Description',
		name: 'description',
		type: 'string',
		default: '',
		description: 'What people read about the step in Bitrix24',
	},
	stepFields('properties', 'Fields', 'The fields that people fill in where they use the step'),
	stepFields(
		'returnProperties',
		'Return Values',
		'What the step gives back to the process, by the node Bitrix24 Bizproc. Later steps can use it.',
	),
	{
		displayName: 'Wait for Result',
		name: 'waitForResult',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Yes',
				value: 'yes',
				description: 'The process waits until n8n sends a result. Log lines can be written until then.',
			},
			{
				name: 'No',
				value: 'no',
				description:
					'The process goes on at once. The event token is then of no use: lines and results are accepted and dropped.',
			},
			{
				name: 'Decided in the Template',
				value: 'designer',
				description: 'Whoever uses the step decides',
			},
		],
		default: 'yes',
		description: 'Whether the process waits at this step',
	},
	documentTypes,
	{
		displayName: 'Code',
		name: 'code',
		type: 'string',
		default: '',
		placeholder: 'e.g. check_credit',
		description:
			'Name of the step for machines. Leave empty to have n8n make one that no other step has. A code of your own can be used by one node only: publishing says so when it is taken. With a new code Bitrix24 sees a new step; the old one stays in templates and no longer reaches n8n.',
	},
	options,
];
