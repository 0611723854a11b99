import { EDGE } from './readForm';

/**
 * What people read in the editor, form by form, in its order. Boxes are written as in readForm.ts. When words are
 * changed, the failing test prints the new ones: this is the one place to renew.
 */

const triggerHead = [
	'Credential',
	'Connect to Bitrix24',
	'Needs the OAuth2 credential of a local application, connected by an administrator of the portal: Bitrix24 takes steps only from applications, so an inbound webhook cannot be used here. Bitrix24 must be able to reach n8n: a private or local address works only if the portal is in the same network.',
	'Kind of Step',
	'[Automation Rule]',
	'Name',
	'(e.g. Check the credit rating)',
	'Description',
	'[]',
];

const fieldRow = [
	'Key',
	'(e.g. amount)',
	'Label',
	'(e.g. Amount)',
	'Type',
	'[Text (One Line)]',
	'Options',
	'(low=Low high=High)',
	'Required',
	'[off]',
	'Multiple',
	'[off]',
	'Default',
	'[]',
];

const sendResultHead = [
	'Resource',
	'[Event]',
	'Operation',
	'[Send Result]',
	'Event Token',
	'[{{ $json.eventToken }}]',
];

const copyTheAddress =
	'Copy it from Bitrix24 (Developer resources > Other > Inbound webhook). It looks like https://your-portal.bitrix24.com/rest/1/…/';

const oAuth2Head = [
	'OAuth Redirect URL',
	'https://n8n.example.com/rest/oauth2-credential/callback',
	'In Bitrix24, use the URL above when prompted to enter an OAuth callback or redirect URL',
];

const acceptedMeans =
	'Accepted means that Bitrix24 took the line. It does not show it if logging is switched off in the process template, or if the step no longer waits.';

const resultAccepted =
	'Accepted means that Bitrix24 took the result. It says the same when the step no longer waits, and then nothing changes.';

const wholeToken =
	'This is about the token, not about rights. Pass on the event token exactly as the portal posted it, whole and unchanged, and use the credential of the same portal.';

const aKey = 'A key begins with a Latin letter and holds only Latin letters, digits and underscores.';

export const expected = {
	search: [
		'Bitrix24 Bizproc: Puts a step into Bitrix24 and starts when a workflow (business process) reaches it',
		'Bitrix24 Bizproc Log: Write lines into the log of a running Bitrix24 workflow (business process), one for each item',
	],

	trigger: [
		...triggerHead,
		'Fields',
		'Currently no items exist',
		'Add Field',
		'Return Values',
		'Currently no items exist',
		'Add Field',
		'Wait for Result',
		'[Yes]',
		EDGE,
		'Offered For',
		'[]',
		'(Select)',
		'Code',
		'(e.g. check_credit)',
		'Options',
		'No properties',
		'(Add option)',
	],

	triggerWithRows: [
		'Credential',
		'[Bitrix24 application]',
		...triggerHead.slice(2),
		'Fields',
		...fieldRow.slice(0, 7),
		EDGE,
		...fieldRow.slice(7),
		'Add Field',
		'Return Values',
		...fieldRow,
		'Add Field',
		'Wait for Result',
		'[Yes]',
		'Offered For',
		'[]',
		'(Select)',
		'Code',
		'(e.g. check_credit)',
		'Options',
		'Run As User',
		'[0]',
		'Take Over Existing Step',
		'[off]',
		'When Unpublished',
		'[Keep the Step in Bitrix24]',
	],

	log: [
		'Credential',
		'Connect to Bitrix24 Webhook',
		'Event Token',
		'[{{ $json.eventToken }}]',
		'Message',
		'(e.g. Invoice {{ $json.number }} was sent)',
		'Options',
		'No properties',
		'(Add option)',
	],

	logWithOptions: [
		'Credential',
		'[Bitrix24 webhook]',
		'Event Token',
		'[{{ $json.eventToken }}]',
		'x',
		'Message',
		'(e.g. Invoice {{ $json.number }} was sent)',
		'Options',
		'Max Wait (Seconds)',
		'[120]',
		'Parallel Requests',
		'[5]',
		'Put Result in Field',
		'[bizprocLog]',
		'When empty, n8n itself sends an item whose JSON has only fields named error, message or details to the error output, although it was accepted',
	],

	sendResult: [
		'Credential',
		'Connect to Bitrix24 Webhook',
		...sendResultHead,
		'Specify Return Values',
		'[Using Fields Below]',
		'Return Values',
		'Currently no items exist',
		'Add Value',
		'Log Message',
		'(e.g. Approved by the credit check)',
		'Options',
		'No properties',
		'(Add option)',
	],

	sendResultWithValue: [
		'Credential',
		'[Bitrix24 webhook]',
		...sendResultHead,
		'x',
		'Specify Return Values',
		'[Using Fields Below]',
		'Return Values',
		'Key',
		'(e.g. answer)',
		'Value',
		'[]',
		'Add Value',
		'Log Message',
		'(e.g. Approved by the credit check)',
		EDGE,
		'Options',
		'No properties',
		'(Add option)',
	],

	sendResultAsJson: [
		'Credential',
		'[Bitrix24 webhook]',
		...sendResultHead,
		'x',
		'Specify Return Values',
		'[Using JSON]',
		'Return Values (JSON)',
		'1',
		'[{}]',
		'Log Message',
		'(e.g. Approved by the credit check)',
		'Options',
		'No properties',
		'(Add option)',
	],

	webhook: [
		'Setup credential',
		'Inbound Webhook',
		'Ask n8n Assistant',
		'for setup instructions or read the docs',
		'Webhook URL *',
		'(https://your-portal.bitrix24.com/rest/1/…/)',
		'In Bitrix24: Developer resources > Other > Inbound webhook',
		'Enterprise plan users can pull in credentials from external vaults. More info',
	],

	/** For a word, the portal's address alone, a wrong secret, and the address pasted twice. */
	webhookReasons: [
		`The Webhook URL is not a web address. ${copyTheAddress}`,
		`The Webhook URL is not the address of an inbound webhook. ${copyTheAddress}`,
		'Bitrix24 does not accept this webhook. It was deleted or switched off, or its address was copied incompletely. Copy the address again, or create a new inbound webhook.',
		`The Webhook URL holds more than one address. ${copyTheAddress}`,
	],

	oAuth2: [
		'Ask n8n Assistant',
		'for setup instructions or read the docs',
		...oAuth2Head,
		'Client ID *',
		'[]',
		'Client Secret *',
		'[]',
		'Allowed HTTP Request Domains',
		'[All]',
		'Portal URL *',
		EDGE,
		'(https://your-portal.bitrix24.com)',
		'Authorization Server',
		'[oauth.bitrix.info (Most Portals)]',
		'Enterprise plan users can pull in credentials from external vaults. More info',
	],

	oAuth2Filled: [
		'Need help filling out these fields?',
		'Read our docs',
		'Connect your account to use this credential',
		'Connect',
		...oAuth2Head,
		'Client ID *',
		'[local.1]',
		'Client Secret *',
		'[••••••]',
		'Allowed HTTP Request Domains',
		EDGE,
		'[All]',
		'Portal URL *',
		'[my-portal.bitrix24.com]',
		'Authorization Server',
		'[oauth.bitrix.info (Most Portals)]',
		'Enterprise plan users can pull in credentials from external vaults. More info',
	],

	/** For a wrong id, a wrong secret, and a secret pasted twice; the first are the portal's words, the others n8n's. */
	oAuth2Windows: [
		'Bitrix24 stand-in portal Application not found No application has this client_id.',
		...Array(2).fill(
			'Error: Client authentication failed (e.g., unknown client, no client authentication included, or unsupported authentication method). More details Failed to connect. The window can be closed now.',
		),
	],

	oAuth2Unconnected: {
		question:
			'Close without connecting? You need to connect your credential for it to work Close Keep Editing',
		notice:
			'Problem running workflow The OAuth2 credential is not connected to Bitrix24 yet. Open it and connect it to your account.',
	},

	triggerNotReady: {
		untouched:
			'Workflow could not be published Cannot publish workflow: 1 node have configuration issues: Node "Bizproc Trigger": - Missing or invalid required parameters: name',
		emptyKey: `Workflow could not be published A field has no key. ${aKey}`,
		russianKey: `Workflow could not be published "сумма" cannot be the key of a field. ${aKey}`,
	},

	triggerPanel: {
		ready: [
			'Try the step before you publish',
			'Execute step',
			'Publish the workflow to put the step into Bitrix24 for good. More info',
			'When will this node trigger my flow?',
		],
		listening: ['Listening for test event', 'Go to Bitrix24 Bizproc and create an event', 'Stop Listening'],
	},

	wrongToken: {
		message: 'Bitrix24 does not accept this event token',
		description: `${wholeToken} Bitrix24 says: "Access denied!" (ACCESS_DENIED). Stopped at item 0. Lines accepted: 0. Nothing more was sent.`,
		hints: [acceptedMeans],
	},

	errorBranch: [
		{
			message: 'two',
			error: `Bitrix24 does not accept this event token. ${wholeToken}`,
			details: `outcome:refused code:ACCESS_DENIED nextStep:${wholeToken} portalMessage:Access denied!`,
		},
		{
			message: 'empty',
			error: 'The field Message is empty. Enter a text, or check the expression for this item.',
			details: 'outcome:notSent nextStep:Enter a text, or check the expression for this item.',
		},
	],

	errorBranchHints: [acceptedMeans],

	wrongKey: {
		message: 'The step has no return value "answr"',
		description:
			'The Bizproc Trigger of this workflow declares: answer. Use one of these, or declare it there and publish again. Stopped at item 0. Results accepted: 0. Nothing more was sent.',
		hints: [resultAccepted],
	},

	/** The step is used up, though nothing came back. */
	nothingSent: { hints: [resultAccepted], state: 'finished' },
};
