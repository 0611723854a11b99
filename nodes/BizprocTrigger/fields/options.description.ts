import type { INodeProperties } from 'n8n-workflow';

export const options: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: [
		{
			displayName: 'Run As User',
			name: 'runAsUser',
			type: 'number',
			typeOptions: { minValue: 0 },
			default: 0,
			description:
				'Number of the Bitrix24 user in whose name the portal posts to n8n. With 0 it is nobody, which is enough.',
		},
		{
			displayName: 'Take Over Existing Step',
			name: 'takeOverExistingStep',
			type: 'boolean',
			noDataExpression: true,
			default: false,
			description:
				'Whether to take a step that Bitrix24 already holds under this Code. The workflow that put it there is no longer started by it.',
		},
		{
			displayName: 'When Unpublished',
			name: 'whenUnpublished',
			type: 'options',
			noDataExpression: true,
			options: [
				{
					name: 'Keep the Step in Bitrix24',
					value: 'keep',
					description: 'A process that reaches it meanwhile waits until its time runs out',
				},
				{
					name: 'Remove the Step From Bitrix24',
					value: 'remove',
					description: 'Templates that use it break, for a moment also when you publish a changed version',
				},
			],
			default: 'keep',
			description: 'What happens to the step when the workflow is unpublished',
		},
	],
};
