import type {
	IHookFunctions,
	INodeType,
	INodeTypeDescription,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';
import { isRegistered, register } from './publication/publication';
import { unregister } from './publication/removal';
import { receive } from './reception/reception';
import { triggerFields } from './fields/trigger.description';

/** n8n as a step of Bitrix24: publishing the workflow puts the step there, a process that reaches it starts n8n. */
export class BizprocTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Bitrix24 Bizproc Trigger',
		name: 'bizprocTrigger',
		icon: { light: 'file:bizprocTrigger.svg', dark: 'file:bizprocTrigger.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: '={{ $parameter["name"] }}',
		description: 'Puts a step into Bitrix24 and starts when a workflow (business process) reaches it',
		eventTriggerDescription: 'Waiting for a Bitrix24 process to reach the step',
		activationMessage: 'The step is being put into Bitrix24. It appears there within seconds.',
		defaults: { name: 'Bizproc Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		// A webhook of the portal cannot register steps: the portal wants an application and an administrator.
		credentials: [{ name: 'bitrix24OAuth2Api', required: true }],
		webhooks: [
			{
				name: 'default',
				httpMethod: 'POST',
				responseMode: 'onReceived',
				// Behind the random id that n8n gives to each node.
				path: 'bitrix24',
				ndvHideUrl: true,
			},
		],
		triggerPanel: {
			header: 'Try the step before you publish',
			executionsHelp: {
				inactive:
					'Press <b>Execute step</b>: a second step, with “(test)” at the end of its name, is put into Bitrix24 for as long as n8n listens. Put it into a template and run a process. Once it works, <b>publish</b> the workflow for the real step.',
				active:
					'Press <b>Execute step</b>: a second step, with “(test)” at the end of its name, is put into Bitrix24 for as long as n8n listens. The published step stays as it is and goes on working.',
			},
			activationHint: 'Publish the workflow to put the step into Bitrix24 for good.',
		},
		properties: triggerFields,
	};

	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return await isRegistered(this);
			},
			async create(this: IHookFunctions): Promise<boolean> {
				await register(this);
				return true;
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				return await unregister(this);
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await receive(this);
	}
}
