import type { Ask } from '../asking';
import { type Claim, NotTried } from '../claim';
import { isText, oneOf } from '../expectations';
import { ERROR_CODES, METHOD_GET, stepPage } from '../pages';

const NOT_FOUND = { status: 404, error: 'ERROR_METHOD_NOT_FOUND', error_description: isText };
/** 401 by the page; 403 by what the page said before. */
const WRONG_SECRET = { status: oneOf(401, 403), error: 'INVALID_CREDENTIALS', result: undefined };
const REGISTERING = ['robot.add', 'robot.update', 'robot.delete', 'activity.add', 'activity.list'];

/** Reading methods of several permissions, of which a webhook may lack one. */
const READING = [
	'bizproc.activity.log',
	'user.current',
	'crm.status.list',
	'tasks.task.list',
	'disk.storage.getlist',
];

async function notGranted(webhook: Ask): Promise<string> {
	for (const name of READING) {
		const { result } = await webhook('method.get', { name });
		const { isExisting, isAvailable } = (result ?? {}) as Record<string, boolean>;
		if (isExisting && !isAvailable) return name;
	}
	throw new NotTried('the webhook lacks no permission');
}

/** Who is let in, and in which words the others are turned away. */
export const ACCESS: Claim[] = [
	{
		claim: 'A method that nobody knows is refused as such',
		source: ERROR_CODES,
		needs: 'webhook',
		try: async ({ webhook }) => await webhook('check.portal.no.such.method'),
		expected: NOT_FOUND,
	},
	{
		claim: 'An unknown method is told before anybody looks at the credential',
		needs: 'webhook',
		try: async ({ wrongWebhook }) => await wrongWebhook('check.portal.no.such.method'),
		expected: NOT_FOUND,
	},
	{
		claim: 'A webhook with a wrong secret is INVALID_CREDENTIALS',
		source: ERROR_CODES,
		needs: 'webhook',
		try: async ({ wrongWebhook }) => await wrongWebhook('profile'),
		expected: WRONG_SECRET,
	},
	{
		claim: 'A wrong secret refuses a batch as a whole',
		source: ERROR_CODES,
		needs: 'webhook',
		try: async ({ wrongWebhook }) => await wrongWebhook('batch', { cmd: { a: 'profile' } }),
		expected: WRONG_SECRET,
	},
	{
		claim: 'A request without a credential is NO_AUTH_FOUND',
		source: ERROR_CODES,
		needs: 'webhook',
		try: async ({ nobody }) => await nobody('profile'),
		expected: { status: 401, error: 'NO_AUTH_FOUND' },
	},
	{
		claim: 'An access token that nobody knows is invalid_token',
		needs: 'webhook',
		try: async ({ nobody }) => await nobody('profile', { auth: 'check-portal' }),
		expected: { status: 401, error: 'invalid_token' },
	},
	{
		claim: 'An access token counts before a webhook',
		needs: 'webhook',
		try: async ({ webhook }) => await webhook('profile', { auth: 'check-portal' }),
		expected: { status: 401, error: 'invalid_token' },
	},
	{
		claim: 'A method beyond the permissions of the webhook is insufficient_scope',
		source: ERROR_CODES,
		needs: 'webhook',
		try: async ({ webhook }) => await webhook(await notGranted(webhook)),
		expected: { status: oneOf(401, 403), error: 'insufficient_scope' },
	},
	{
		claim: 'A batch tells insufficient_scope of the command, not of the batch',
		source: ERROR_CODES,
		needs: 'webhook',
		try: async ({ webhook }) => await webhook('batch', { cmd: { a: await notGranted(webhook) } }),
		expected: { status: 200, result: { result: [], result_error: { a: { error: 'insufficient_scope' } } } },
	},
	{
		claim: 'method.get tells a missing permission beforehand',
		source: METHOD_GET,
		needs: 'webhook',
		try: async ({ webhook }) => await webhook('method.get', { name: await notGranted(webhook) }),
		expected: { status: 200, result: { isExisting: true, isAvailable: false } },
	},
	{
		claim: 'A webhook may not list steps: ACCESS_DENIED',
		source: stepPage('robot', 'list'),
		needs: 'processes',
		try: async ({ webhook }) => await webhook('bizproc.robot.list'),
		expected: { status: oneOf(403, 400), error: 'ACCESS_DENIED' },
	},
	{
		claim: 'A webhook may not register steps, and hears so before anything else is looked at',
		source: stepPage('robot', 'add'),
		needs: 'processes',
		try: async ({ webhook }) =>
			await webhook('batch', {
				cmd: Object.fromEntries(REGISTERING.map((name) => [name, `bizproc.${name}`])),
			}),
		expected: {
			result: {
				result: [],
				result_error: Object.fromEntries(REGISTERING.map((name) => [name, { error: 'ACCESS_DENIED' }])),
			},
		},
	},
];
