import type { IExecuteFunctions, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';
import { credentials } from '../items/fields';
import { hintAtAccepted } from '../items/hint';
import { chosen, subtitleOf } from '../items/registry';
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
		subtitle: subtitleOf(resources),
		description: 'Send a result back to a Bitrix24 workflow (business process) that waits for it',
		defaults: { name: 'Bizproc' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials,
		properties: bizprocFields,
	};

	async execute(this: IExecuteFunctions) {
		const items = await run(this, chosen(this, resources));
		hintAtAccepted(
			this,
			items,
			'Bitrix24 says so too when the step no longer waits, and then nothing changes',
		);
		return [items];
	}
}
