import { EDGE } from './readForm';

/**
 * What people read in the editor, form by form, in its order. Boxes are written as in readForm.ts. When words are
 * changed, the failing test prints the new ones: this is the one place to renew.
 */

const triggerHead = [
	'Credential',
	'Connect to Bitrix24',
	'Choose the OAuth2 credential of an administrator, give the step a name of its own, and publish: then it stands in Bitrix24. Bitrix24 must be able to reach this n8n.',
	'Kind of Step',
	'[Automation Rule]',
	'Name',
	'[n8n step]',
	'Description',
	'[]',
];

const row = [
	'Label',
	'(e.g. Amount)',
	'Key',
	'(e.g. amount)',
	'Latin letters, digits and _. Empty: made from the label («Сумма» becomes summa).',
	'Type',
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
	'Copy it from Bitrix24 (Applications > Developer resources > Other > Inbound webhook). It looks like https://your-portal.bitrix24.com/rest/1/…/';

const pressConnect = 'When all fields are filled in, press Connect at the top';

const vaults = 'Enterprise plan users can pull in credentials from external vaults. More info';

const oAuth2Head = [
	'OAuth Redirect URL',
	'https://n8n.example.com/rest/oauth2-credential/callback',
	'In Bitrix24, use the URL above when prompted to enter an OAuth callback or redirect URL',
];

const wholeToken =
	'This is about the token, not about rights. Pass on the event token exactly as the portal posted it, whole and unchanged, and use the credential of the same portal.';

const aKey = 'A key begins with a Latin letter and holds only Latin letters, digits and underscores.';

const stoppedAtFirst = (what: string) =>
	`Stopped at item 0 (n8n counts from 0). ${what} accepted: 0. Nothing more was sent.`;

export const expected = {
	search: [
		'Bitrix24 Bizproc: Start n8n from a step of your own in Bitrix24 workflows (business processes), and send results back',
		'Bitrix24 Bizproc Log: Write lines into the log of a running Bitrix24 workflow (business process), one for each item',
	],

	trigger: [
		...triggerHead,
		'Fields',
		'Currently no items exist',
		'Add Field',
		'Return Values',
		'Currently no items exist',
		'Add Return Value',
		'Wait for Result',
		'[Yes]',
		'Offered For',
		EDGE,
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
		...row,
		'[Text (One Line)]',
		'(More Settings)',
		EDGE,
		'Add Field',
		'Return Values',
		...row,
		'[Text (One Line)]',
		'(More Settings)',
		'Add Return Value',
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

	fieldWithAll: [
		'Fields',
		...row,
		'[Select]',
		'Options',
		'(low=Low high=High)',
		'Default',
		'[]',
		'Required',
		'[off]',
		'Multiple',
		'[off]',
		'(More Settings)',
		'Add Field',
	],

	log: [
		'Credential',
		'Connect to Bitrix24 Webhook',
		'Event Token',
		'[{{ $json.eventToken }}]',
		'Message',
		'[Hello from n8n]',
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
		'[Hello from n8n]',
		'Options',
		'Max Wait (Seconds)',
		'[120]',
		'Parallel Requests',
		'[5]',
		'Put Result in Field',
		'[bizprocLog]',
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
		'Key or label of a return value, as the Bizproc Trigger declares it',
		'Value',
		'[]',
		'A user by number. A file by its number in Bitrix24, which takes no content here.',
		'Add Value',
		EDGE,
		'Log Message',
		'(e.g. Approved by the credit check)',
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
		'[]',
		'Such as { "answer": "approved" }, or with expressions {{ JSON.stringify({ answer: $json.answer }) }}',
		'Log Message',
		'(e.g. Approved by the credit check)',
		'Options',
		'No properties',
		EDGE,
		'(Add option)',
	],

	webhook: [
		'Setup credential',
		'Inbound Webhook',
		'Ask n8n Assistant',
		'for setup instructions or read the docs',
		'Webhook URL *',
		'(https://your-portal.bitrix24.com/rest/1/…/)',
		'In Bitrix24: Applications > Developer resources > Other > Inbound webhook, with the permission Business processes (bizproc). По-русски: Приложения > Разработчикам > Другое > Входящий вебхук, право «Бизнес-процессы». For log lines and results only: the trigger needs OAuth2.',
		vaults,
	],

	/** For a word, the portal's address alone, a wrong secret, and the address pasted twice. */
	webhookReasons: [
		`The Webhook URL is not the address of an inbound webhook. ${copyTheAddress}`,
		`The Webhook URL is not the address of an inbound webhook. ${copyTheAddress}`,
		'Bitrix24 does not accept this webhook. It was deleted or switched off, or its address was copied incompletely. Copy the address again, or create a new inbound webhook.',
		`The Webhook URL holds more than one address. ${copyTheAddress}`,
	],

	oAuth2: [
		'Ask n8n Assistant',
		'for setup instructions or read the docs',
		...oAuth2Head,
		'In Bitrix24: Applications > Developer resources > Other > Local application (Приложения > Разработчикам > Другое > Локальное приложение). There: the URL above as handler path, Uses API only, permission Business processes (bizproc, «Бизнес-процессы»).',
		'Client ID *',
		'(Application ID (client_id) · Код приложения (client_id))',
		'Client Secret *',
		'(Application key (client_secret) · Ключ приложения (client_secret))',
		'Portal URL *',
		'(your-portal.bitrix24.com)',
		EDGE,
		pressConnect,
		vaults,
	],

	oAuth2HalfFilled: [
		'Ask n8n Assistant',
		'for setup instructions or read the docs',
		...oAuth2Head,
		'Client ID *',
		'[local.1]',
		'Client Secret *',
		'(Application key (client_secret) · Ключ приложения (client_secret))',
		'Portal URL *',
		'(your-portal.bitrix24.com)',
		pressConnect,
		vaults,
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
		'Portal URL *',
		EDGE,
		'[my-portal.bitrix24.com]',
		pressConnect,
		vaults,
	],

	/** For a wrong id, a wrong secret, and a secret pasted twice; the first are the portal's words, the others n8n's. */
	oAuth2Windows: [
		'Application not found No application has this client_id.',
		...Array(2).fill(
			'Error: Client authentication failed (e.g., unknown client, no client authentication included, or unsupported authentication method). More details Failed to connect. The window can be closed now.',
		),
	],

	oAuth2Unconnected: {
		question:
			'Close without connecting? You need to connect your credential for it to work Close Keep Editing',
		notice:
			'Problem running workflow The OAuth2 credential is not connected yet: open it and press Connect. Connect stands at the top of the credential as soon as all of its fields are filled in.',
	},

	triggerNotReady: {
		nameless:
			'Workflow could not be published Cannot publish workflow: 1 node have configuration issues: Node "Trigger": - Missing or invalid required parameters: name',
		emptyRow:
			'Workflow could not be published Row 1 of the fields has neither a key nor a label that a key can be made of. Enter the Label of the field, or a Key of Latin letters.',
		russianKey: `Workflow could not be published "сумма" cannot be the key of a field. ${aKey} Take "summa", or leave Key empty to have it made from the label.`,
	},

	triggerPanel: {
		ready: [
			'Try the step before you publish',
			'Execute step',
			'The button puts a second step, with “(test)” behind its name, into Bitrix24 and listens for two minutes; then the test step is gone again. Use it in a template and start a process meanwhile. That process waits at the step until a result is sent, or until you end it in Bitrix24. To put the step into Bitrix24 for good, publish the workflow. More info',
			'When will this node trigger my flow?',
		],
		listening: ['Listening for test event', 'Go to Bitrix24 Bizproc and create an event', 'Stop Listening'],
		whileListening:
			'While n8n listens: put the step whose name ends in “(test)” into a template in Bitrix24, and start a process. After two minutes n8n takes the test step away.',
	},

	wrongToken: {
		message: 'Bitrix24 does not accept this event token',
		description: `${wholeToken} Bitrix24 says: "Access denied!" (ACCESS_DENIED). ${stoppedAtFirst('Lines')}`,
		hints: [],
	},

	expressionInFixed: {
		message: 'The field Event Token holds an expression that is not worked out',
		description: `Switch the field from Fixed to Expression. ${stoppedAtFirst('Lines')}`,
		hints: [],
	},

	errorBranch: [
		{
			message: 'two',
			error: 'Bitrix24 does not accept this event token',
			details: `outcome:refused code:ACCESS_DENIED nextStep:${wholeToken} portalMessage:Access denied!`,
		},
		{
			message: 'empty',
			error: 'The field Message is empty',
			details: 'outcome:notSent nextStep:Enter a text, or check the expression for this item.',
		},
	],

	errorBranchHints: [
		'Accepted. Bitrix24 shows the line if logging is switched on in the template and the step still waits. More',
	],

	wrongKey: {
		message: 'The step has no return value "answr"',
		description: `The Bizproc Trigger of this workflow declares: answer. Use one of these, or declare it there and publish again. ${stoppedAtFirst('Results')}`,
		hints: [],
	},

	nothingSent: {
		message: 'No return value is filled in, though the step declares some',
		description: `The Bizproc Trigger of this workflow declares: answer. Add them under Return Values. To let the process go on without values, choose Using JSON and enter {}. ${stoppedAtFirst('Results')}`,
		hints: [],
	},
};
