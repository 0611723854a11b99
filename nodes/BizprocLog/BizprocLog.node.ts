import type { IExecuteFunctions, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';
import { credentials } from '../items/fields';
import { run } from '../items/run';
import { logFields } from './log.description';
import { log } from './log.operation';

/** Programmatic, not declarative: lines travel in batches, are never sent twice, and each item has its own outcome. */
export class BizprocLog implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Bitrix24 Bizproc Log',
		name: 'bizprocLog',
		icon: { light: 'file:bizprocLog.svg', dark: 'file:bizprocLog.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: '={{ $parameter["message"] }}',
		description:
			'Write lines into the log of a running Bitrix24 workflow (business process), one for each item',
		defaults: { name: 'Bizproc Log' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials,
		properties: logFields,
		hints: [
			{
				message:
					'Accepted means that Bitrix24 took the line. It does not show it if logging is switched off in the process template, or if the step no longer waits.',
				type: 'info',
				location: 'outputPane',
				whenToDisplay: 'afterExecution',
			},
		],
	};

	async execute(this: IExecuteFunctions) {
		return [await run(this, log)];
	}
}
