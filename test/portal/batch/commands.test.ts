import { stringify } from 'qs';
import { get, post } from '../http/client';
import { type Portal, startPortal } from '../portal';
import { logCommand } from './logCommand';

let portal: Portal;
let workflowId: string;
let eventToken: string;
beforeAll(async () => {
	portal = await startPortal();
});
beforeEach(() => {
	({ workflowId, eventToken } = portal.startWorkflow());
});
afterAll(async () => await portal.stop());

const line = (text: string, token = eventToken) => logCommand(token, text);
const batch = async (body: object | string) => await post(`${portal.webhookUrl}batch`, body);
const run = async (body: object | string) => (await batch(body)).data.result;
const error = (code: string, text: string) => ({ error: code, error_description: text });

const DENIED = error('ACCESS_DENIED', 'Access denied!');

it('reads its commands from a form, encoded twice, and from a query', async () => {
	await run(stringify({ cmd: { a: line('from & a form') }, halt: 0 }));
	await get(`${portal.webhookUrl}batch.json?${stringify({ CMD: [line('from a query?')] })}`);
	expect(portal.log(workflowId)).toEqual(['from & a form', 'from a query?']);
});

it('a raw # cuts a command, a raw + is a space, a raw & ends the message', async () => {
	const token = encodeURIComponent(eventToken);
	const raw = (text: string) => `bizproc.activity.log?EVENT_TOKEN=${token}&LOG_MESSAGE=${text}`;
	await run({ cmd: [raw('a#b'), raw('a+b'), raw('a&b'), raw('100%')] });
	expect(portal.log(workflowId)).toEqual(['a', 'a b', 'a', '100%']);
});

it('runs the first 50, and says of each further one that it is too many', async () => {
	const cmd = Array.from({ length: 52 }, (_, index) => line(`line ${index}`));
	const { result, result_error: errors } = await run({ cmd });
	const tooMany = error('ERROR_BATCH_LENGTH_EXCEEDED', 'Max batch length exceeded');
	expect(result).toHaveLength(50);
	expect(errors).toEqual({ 50: tooMany, 51: tooMany });
	expect(portal.log(workflowId)).toHaveLength(50);
});

it('skips what is not a text without a word, but counts it', async () => {
	const cmd = [{ method: 'scope' }, ...Array.from({ length: 50 }, () => 'scope')];
	const { result, result_error: errors } = await run({ cmd });
	expect(Object.keys(result)).toHaveLength(49);
	expect(result).not.toHaveProperty('0');
	expect(Object.keys(errors)).toEqual(['50']);
});

describe('halt is read as PHP reads truth', () => {
	it.each([0, '0', false, '', null, undefined, []])('%j goes on', async (halt) => {
		await run({ cmd: [line('x', 'wrong'), line('y')], halt });
		expect(portal.log(workflowId)).toEqual(['y']);
	});

	it.each([1, '1', true, 'Y', 'N', 'false'])('%j stops after the first failure', async (halt) => {
		const { result, result_error: errors } = await run({
			cmd: { a: line('x'), b: line('y', 'wrong'), c: line('z') },
			halt,
		});
		expect(portal.log(workflowId)).toEqual(['x']);
		expect(result).toEqual({ a: true });
		expect(errors).toEqual({ b: DENIED });
	});
});

it.each(['batch?cmd[]=scope', 'BATCH', 'disk.folder.upload', 'download'])(
	'%s may not be in a batch',
	async (command) => {
		expect((await run({ cmd: { a: command } })).result_error.a).toEqual(
			error('ERROR_BATCH_METHOD_NOT_ALLOWED', 'Method is not allowed for batch usage'),
		);
	},
);

it.each(['nope', '', 'profile:80', '/profile', 'profile.json'])('%j is no method', async (command) => {
	expect((await run({ cmd: { a: command } })).result_error.a.error).toBe('ERROR_METHOD_NOT_FOUND');
});

it('finds a method in any case', async () => {
	expect((await run({ cmd: { a: 'Server.Time' } })).result.a).toMatch(/^\d{4}-/);
});

describe('$result in free text', () => {
	it('as the first message is the empty map', async () => {
		const { result_error: errors } = await run({ cmd: { a: line('$result[x]') } });
		expect(errors.a.error).toBe('ERROR_EMPTY_LOG_MESSAGE');
	});

	it('as a later message is true or a map, so the standard text is logged', async () => {
		await run({ cmd: { a: line('one'), b: line('$result[a]'), c: line('$error[a]x $result[q]') } });
		await run({ cmd: { a: 'scope', b: line('$result[nobody]') } });
		expect(portal.log(workflowId)).toEqual([
			'one',
			'Received application response',
			'$error[a]x $result[q]',
			'Received application response',
		]);
	});

	it('puts in the text of an earlier failure', async () => {
		await run({ cmd: { a: line('x', 'wrong'), b: line('it said: $error[a][error_description]') } });
		expect(portal.log(workflowId)).toEqual(['it said: Access denied!']);
	});
});
