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

const TRYING =
	'The button puts a second step, with “(test)” behind its name, into Bitrix24 and listens for <b>two minutes</b>; then the test step is gone again. Use it in a template and start a process meanwhile. That process waits at the step until a result is sent, or until you end it in Bitrix24.';

/** n8n as a step of Bitrix24: publishing the workflow puts the step there, a process that reaches it starts n8n. */
export class BizprocTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Bitrix24 Bizproc Trigger',
		name: 'bizprocTrigger',
		icon: { light: 'file:bizprocTrigger.svg', dark: 'file:bizprocTrigger.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: '={{ $parameter["name"] }}',
		// The search of nodes shows it for Bitrix24 Bizproc as well: n8n makes one row of a trigger and the node of its name.
		description:
			'Start n8n from a step of your own in Bitrix24 workflows (business processes), and send results back',
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
			// What stands here is seen at once; behind it n8n folds its own words away.
			activationHint: {
				inactive: `${TRYING} To put the step into Bitrix24 for good, <b>publish</b> the workflow.`,
				active: `${TRYING} The published step stays as it is and goes on working.`,
			},
			executionsHelp:
				'A process that has reached the test step waits there until this workflow has sent a result: execute the whole workflow, with Send Result at its end. If nobody answers, end that process in Bitrix24.',
		},
		properties: triggerFields,
		hints: [
			{
				// n8n's own words while it listens do not say where.
				message:
					'While n8n listens: put the step whose name ends in “(test)” into a template in Bitrix24, and start a process. After two minutes n8n takes the test step away.',
				location: 'outputPane',
				whenToDisplay: 'beforeExecution',
			},
		],
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
