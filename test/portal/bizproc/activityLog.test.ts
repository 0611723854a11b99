import { post } from '../http/client';
import { type Portal, startPortal } from '../portal';

const STANDARD_TEXT = 'Received application response';

let portal: Portal;
beforeAll(async () => {
	portal = await startPortal();
});
afterAll(async () => await portal.stop());

const log = async (params: object | string) => await post(`${portal.webhookUrl}bizproc.activity.log`, params);

it('answers true with the time of the documented sample, and the line is in the log', async () => {
	const { workflowId, eventToken } = portal.startWorkflow();
	const { status, data } = await log({ EVENT_TOKEN: eventToken, LOG_MESSAGE: 'Please wait!' });
	expect(status).toBe(200);
	expect(data).toEqual({
		result: true,
		time: {
			start: expect.any(Number),
			finish: expect.any(Number),
			duration: expect.any(Number),
			processing: expect.any(Number),
			date_start: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00$/),
			date_finish: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00$/),
		},
	});
	expect(portal.log(workflowId)).toEqual(['Please wait!']);
});

it('starts a workflow under a given id, once', () => {
	const workflowId = '664fa13bbbb410.99176768';
	const started = portal.startWorkflow({ workflowId });
	expect(started).toEqual({ workflowId, eventToken: expect.stringMatching(/^664fa13bbbb410\.99176768\|/) });
	expect(() => portal.startWorkflow({ workflowId })).toThrow('was started here already');
});

it('signs tokens of the documented form', () => {
	const { workflowId, eventToken } = portal.startWorkflow();
	expect(workflowId).toMatch(/^[0-9a-f]{14}\.\d{8}$/);
	expect(eventToken).toMatch(/^[0-9a-f]{14}\.\d{8}\|A\d+_\d+_\d+_\d+\|[A-Za-z0-9]{32}\.[0-9a-f]{64}$/);
	expect(eventToken.startsWith(workflowId)).toBe(true);
});

it('folds the case of parameter names, and of two spellings the later one counts', async () => {
	const { workflowId, eventToken } = portal.startWorkflow();
	await log({ Event_Token: eventToken, log_message: 'first', LOG_MESSAGE: 'second' });
	expect(portal.log(workflowId)).toEqual(['second']);
});

describe('a token that is wrong in any way is ACCESS_DENIED', () => {
	it.each<[string, (token: string) => unknown]>([
		['missing', () => undefined],
		['null', () => null],
		['a list', (token) => [token]],
		['empty', () => ''],
		['without a dot', () => 'token'],
		['followed by a newline', (token) => `${token}\n`],
		['after a space', (token) => ` ${token}`],
		['cut', (token) => token.slice(0, -1)],
		['with another signature', (token) => token.replace(/.{64}$/, '0'.repeat(64))],
		['in lower case', (token) => token.toLowerCase()],
		['of another event', (token) => token.replace(/\|[^|]{32}\./, `|${'x'.repeat(32)}.`)],
	])('%s', async (_what, spoil) => {
		const { workflowId, eventToken } = portal.startWorkflow();
		const answer = await log({ EVENT_TOKEN: spoil(eventToken), LOG_MESSAGE: '' });
		expect(answer).toMatchObject({
			status: 403,
			data: { error: 'ACCESS_DENIED', error_description: 'Access denied!' },
		});
		expect(portal.log(workflowId)).toEqual([]);
	});
});

it.each([undefined, null, '', '0', 0, false, [], {}])(
	'the message %j is ERROR_EMPTY_LOG_MESSAGE, also for a workflow that is gone',
	async (message) => {
		const { workflowId, eventToken } = portal.startWorkflow();
		portal.finishWorkflow(workflowId);
		const { status, data } = await log({ EVENT_TOKEN: eventToken, LOG_MESSAGE: message });
		expect(status).toBe(400);
		expect(data).toEqual({
			error: 'ERROR_EMPTY_LOG_MESSAGE',
			error_description: 'Empty log message!',
		});
	},
);

it.each<[unknown, string]>([
	['0.0', '0.0'],
	['00', '00'],
	[' 0', '0'],
	[' ', ''],
	['\n', ''],
	[' \t two\nlines \r\n\v', 'two\nlines'],
	['\u00a0no-break\u00a0', '\u00a0no-break\u00a0'],
	[
		'<b>raw</b> & {=user:user_1} "שלום" 😀 \\ / + % # = [x] |',
		'<b>raw</b> & {=user:user_1} "שלום" 😀 \\ / + % # = [x] |',
	],
	['$result[i0]', '$result[i0]'],
	[5, STANDARD_TEXT],
	[1.5, STANDARD_TEXT],
	[true, STANDARD_TEXT],
	[['a'], STANDARD_TEXT],
	[{ a: 1 }, STANDARD_TEXT],
])('the message %j is stored as %j', async (message, stored) => {
	const { workflowId, eventToken } = portal.startWorkflow();
	const { data } = await log({ EVENT_TOKEN: eventToken, LOG_MESSAGE: message });
	expect(data.result).toBe(true);
	expect(portal.log(workflowId)).toEqual([stored]);
});

it('stores 65,535 bytes after trimming and fails with an SQL error on one more', async () => {
	const { workflowId, eventToken } = portal.startWorkflow();
	const longest = `${'é'.repeat(32_767)}x`;
	const good = await log({ EVENT_TOKEN: eventToken, LOG_MESSAGE: `  ${longest}  ` });
	expect(good.data.result).toBe(true);
	const bad = await log({ EVENT_TOKEN: eventToken, LOG_MESSAGE: `${longest}x` });
	expect(bad).toMatchObject({ status: 500, data: { error_description: 'SQL query error!' } });
	expect(portal.log(workflowId)).toEqual([longest]);
});
