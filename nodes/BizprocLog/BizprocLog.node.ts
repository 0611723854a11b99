import type { IExecuteFunctions, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';
import { credentials } from '../items/fields';
import { hintAtAccepted } from '../items/hint';
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
	};

	async execute(this: IExecuteFunctions) {
		const items = await run(this, log);
		hintAtAccepted(
			this,
			items,
			'Bitrix24 shows the line if logging is switched on in the template and the step still waits',
		);
		return [items];
	}
}
