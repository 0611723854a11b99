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
				'Number of the user in whose name Bitrix24 posts to n8n. With 0 it is nobody, which is enough: this node uses no rights of that user.',
		},
		{
			displayName: 'Take Over Existing Step',
			name: 'takeOverExistingStep',
			type: 'boolean',
			noDataExpression: true,
			default: false,
			description:
				'Whether to take a step that Bitrix24 already holds under this Code, though this node has not put it there. Another workflow that put it there is no longer started by it, and templates that use it break if it is of the other kind.',
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
					description:
						'Templates stay whole. A process that reaches the step meanwhile waits until its time runs out.',
				},
				{
					name: 'Remove the Step From Bitrix24',
					value: 'remove',
					description:
						'Templates that use it break. This also happens for a moment each time you publish a changed version, and for good if that version cannot be published.',
				},
			],
			default: 'keep',
			description: 'What happens to the step when the workflow is unpublished',
		},
	],
};
