import type { IExecuteFunctions, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';
import { credentials } from '../items/fields';
import { chosen } from '../items/registry';
import { run } from '../items/run';
import { bizprocFields } from './bizproc.description';
import { resources } from './resources';

export class Bizproc implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Bitrix24 Bizproc',
		name: 'bizproc',
		icon: { light: 'file:bizproc.svg', dark: 'file:bizproc.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Send a result back to a Bitrix24 workflow (business process) that waits for it',
		defaults: { name: 'Bizproc' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials,
		properties: bizprocFields,
		hints: [
			{
				message:
					'Accepted means that Bitrix24 took the result. It says the same when the step no longer waits, and then nothing changes.',
				type: 'info',
				location: 'outputPane',
				whenToDisplay: 'afterExecution',
			},
		],
	};

	async execute(this: IExecuteFunctions) {
		return [await run(this, chosen(this, resources))];
	}
}
