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
	description:
		'How n8n signs in to the portal. With the Bizproc Trigger, use its OAuth2 credential here too.',
};

export const eventTokenField: INodeProperties = {
	displayName: 'Event Token',
	name: 'eventToken',
	type: 'string',
	typeOptions: { password: true },
	required: true,
	default: '={{ $json.eventToken }}',
	description:
		'The key to one step of one running workflow. The Bizproc Trigger hands it over as eventToken.',
};

export const maxWaitField: INodeProperties = {
	displayName: 'Max Wait (Seconds)',
	name: 'maxWaitSeconds',
	type: 'number',
	noDataExpression: true,
	typeOptions: { minValue: 0 },
	default: MAX_WAIT_SECONDS,
	description: 'How long to wait without progress, e.g. for the limits of the portal',
};

export const lanesField: INodeProperties = {
	displayName: 'Parallel Requests',
	name: 'lanes',
	type: 'number',
	noDataExpression: true,
	typeOptions: { minValue: 1, maxValue: MOST_LANES },
	default: LANES,
	description:
		'How many requests may be under way at the same time. With On Error = Stop Workflow it is one.',
};

export const resultField = (defaultName: string): INodeProperties => ({
	displayName: 'Put Result in Field',
	name: 'resultField',
	type: 'string',
	noDataExpression: true,
	default: defaultName,
	description: 'Name of the field that holds the outcome. When empty, the item goes on as it came.',
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
