import type { INodeProperties } from 'n8n-workflow';
import { documentTypes } from './documentTypes.description';
import { options } from './options.description';
import { stepFields } from './stepFields.description';

/** With a name from the start nothing is missing but the credential, and n8n shows how to try the step. */
const FIRST_NAME = 'n8n step';

export const triggerFields: INodeProperties[] = [
	{
		displayName:
			'Choose the OAuth2 credential of an administrator, give the step a name of its own, and publish: then it stands in Bitrix24. Bitrix24 must be able to reach this n8n.',
		name: 'needs',
		type: 'notice',
		default: '',
		// Whoever has named the step has read it.
		displayOptions: { show: { name: [FIRST_NAME] } },
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
				description: 'Among the automation rules of CRM stages, and in the workflow designer',
			},
			{
				name: 'Designer Action',
				value: 'activity',
				description: 'In the workflow designer only',
			},
		],
		default: 'robot',
		description:
			'Where people find the step. A later change puts it in anew, and templates that use it have to be edited.',
	},
	{
		displayName: 'Name',
		name: 'name',
		type: 'string',
		required: true,
		default: FIRST_NAME,
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
	...stepFields,
	{
		displayName: 'Wait for Result',
		name: 'waitForResult',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Yes',
				value: 'yes',
				description: 'Until n8n sends a result. Log lines can be written until then.',
			},
			{
				name: 'No',
				value: 'no',
				description: 'The process goes on at once, and Bitrix24 drops all lines and results',
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
			'Name of the step for machines. Empty: n8n makes one. With a new code Bitrix24 sees a new step, and the old one no longer reaches n8n.',
	},
	options,
];
