import type { INodeProperties } from 'n8n-workflow';
import { LANES, MAX_WAIT_SECONDS, MOST_LANES } from './optionDefaults';

/** Fields that more than one node shows. */

export const authenticationField: INodeProperties = {
	displayName: 'Authentication',
	name: 'authentication',
	type: 'options',
	noDataExpression: true,
	options: [
		{ name: 'Inbound Webhook', value: 'webhook' },
		{ name: 'OAuth2', value: 'oAuth2' },
	],
	default: 'webhook',
	description: 'How n8n signs in to the Bitrix24 portal. An inbound webhook is quickest to set up.',
};

export const eventTokenField: INodeProperties = {
	displayName: 'Event Token',
	name: 'eventToken',
	type: 'string',
	typeOptions: { password: true },
	required: true,
	default: '={{ $json.eventToken }}',
	description:
		'The key to one step of one running workflow, as the Bizproc Trigger hands it over (eventToken). Pass it on whole and unchanged.',
};

export const maxWaitField: INodeProperties = {
	displayName: 'Max Wait (Seconds)',
	name: 'maxWaitSeconds',
	type: 'number',
	noDataExpression: true,
	typeOptions: { minValue: 0 },
	default: MAX_WAIT_SECONDS,
	description:
		'How long to wait in all while the portal takes no calls because of its limits. Any progress starts the time anew. When it is over, the remaining items are told as not accepted.',
};

export const lanesField: INodeProperties = {
	displayName: 'Parallel Requests',
	name: 'lanes',
	type: 'number',
	noDataExpression: true,
	typeOptions: { minValue: 1, maxValue: MOST_LANES },
	default: LANES,
	description:
		'How many requests may be under way at the same time when On Error is one of the Continue settings. What belongs to one Bitrix24 workflow always stays in item order. With Stop Workflow it is one.',
};

export const resultField = (defaultName: string): INodeProperties => ({
	displayName: 'Put Result in Field',
	name: 'resultField',
	type: 'string',
	noDataExpression: true,
	default: defaultName,
	description: 'Name of the field that holds the outcome. Leave empty to let the item go on as it came.',
	hint: 'When empty, n8n itself sends an item whose JSON has only fields named error, message or details to the error output, although it was accepted',
});

export const credentials = [
	{
		name: 'bitrix24WebhookApi',
		required: true,
		displayOptions: { show: { authentication: ['webhook'] } },
	},
	{
		name: 'bitrix24OAuth2Api',
		required: true,
		displayOptions: { show: { authentication: ['oAuth2'] } },
	},
];
