import { logCommand } from '../../portal/batch/logCommand';
import { post } from '../../portal/http/client';
import { startPortal, type Portal } from '../../portal/portal';
import { openOnePortal } from './onePortal';

/** The stand-in portal is tested against the documentation; the simulated one has to answer as it does. */

let standIn: Portal;
beforeAll(async () => {
	standIn = await startPortal();
});
afterAll(async () => await standIn.stop());

type Body = (token: string) => object;

const single: Array<[name: string, method: string, body: Body]> = [
	['a line', 'bizproc.activity.log', (token) => ({ EVENT_TOKEN: token, LOG_MESSAGE: ' a line ' })],
	['names in another case', 'bizproc.activity.log', (token) => ({ event_token: token, Log_Message: 'x' })],
	['the text "0"', 'bizproc.activity.log', (token) => ({ EVENT_TOKEN: token, LOG_MESSAGE: '0' })],
	['the text " 0"', 'bizproc.activity.log', (token) => ({ EVENT_TOKEN: token, LOG_MESSAGE: ' 0' })],
	['no text', 'bizproc.activity.log', (token) => ({ EVENT_TOKEN: token })],
	['a list instead of a text', 'bizproc.activity.log', (token) => ({ EVENT_TOKEN: token, LOG_MESSAGE: [1] })],
	['a wrong token', 'bizproc.activity.log', (token) => ({ EVENT_TOKEN: `${token}x`, LOG_MESSAGE: 'x' })],
	[
		'a token with a line end',
		'bizproc.activity.log',
		(token) => ({ EVENT_TOKEN: `${token}\n`, LOG_MESSAGE: 'x' }),
	],
	['no token', 'bizproc.activity.log', () => ({})],
	['a result', 'bizproc.event.send', (token) => ({ EVENT_TOKEN: token, RETURN_VALUES: { answer: 'yes' } })],
	['a method that nobody knows', 'bizproc.no.method', () => ({})],
	['an empty batch', 'batch', () => ({ cmd: {} })],
	['a batch', 'batch', (token) => ({ cmd: { a: logCommand(token, 'one'), b: logCommand('x', 'two') } })],
	[
		'a batch that halts',
		'batch',
		(token) => ({ halt: 1, cmd: { a: logCommand('x', 'one'), b: logCommand(token, 'two') } }),
	],
	[
		'a batch that is too long',
		'batch',
		(token) => ({
			cmd: Object.fromEntries(
				Array.from({ length: 52 }, (_, index) => [`i${index}`, logCommand(token, `${index}`)]),
			),
		}),
	],
	[
		'references in a batch',
		'batch',
		(token) => ({
			cmd: {
				a: logCommand(token, '$result[x]'),
				b: logCommand(token, 'one'),
				c: logCommand(token, '$result[b]'),
				d: logCommand(token, 'took $time[q] and $error[a][error]'),
			},
		}),
	],
	[
		'odd commands of a batch',
		'batch',
		(token) => ({
			cmd: {
				a: { method: 'x' },
				c: `bizproc.activity.log?EVENT_TOKEN=${encodeURIComponent(token)}&LOG_MESSAGE=a+b#c`,
				d: '',
			},
		}),
	],
];

const withoutTimes = (value: unknown): unknown =>
	JSON.parse(JSON.stringify(value), (name, inner: unknown) =>
		name === 'time' ? undefined : name === 'result_time' ? Object.keys(inner as object) : inner,
	);

it.each(single)('answers as the stand-in portal does: %s', async (_name, method, body) => {
	const { workflowId, eventToken } = standIn.startWorkflow();
	const expected = await post(`${standIn.webhookUrl}${method}`, body(eventToken));
	const portal = openOnePortal();
	const [{ token }] = portal.workflows;
	const { status, body: answer } = await portal.ask(method, body(token));
	expect(status).toBe(expected.status);
	expect(withoutTimes(answer)).toEqual(withoutTimes(expected.data));
	if (method === 'bizproc.event.send') return;
	const kept = portal.sendings[0].commands
		.filter((command) => command.kept)
		.map(({ key }) => key!.split('\n', 2)[1]);
	expect(kept).toEqual(standIn.log(workflowId));
});
