import { post } from '../http/client';
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
const TIME = expect.objectContaining({ start: expect.any(Number), duration: expect.any(Number) });

it('answers as the documented sample: a success, a failure, and empty maps as lists', async () => {
	const { status, data } = await batch({ cmd: { i0: line('one'), i1: line('two', 'wrong') } });
	expect(status).toBe(200);
	expect(data).toEqual({
		result: {
			result: { i0: true },
			result_error: { i1: DENIED },
			result_total: [],
			result_next: [],
			result_time: { i0: TIME },
		},
		time: TIME,
	});
	expect(portal.log(workflowId)).toEqual(['one']);
});

it('answers the documented insufficient_scope: without a word, once when it halts', async () => {
	const refused = error('insufficient_scope', '');
	const cmd = { a: 'bizproc.activity.log', b: 'bizproc.event.send' };
	portal.setLimits({ scope: [] });
	const [all, halted] = [await run({ cmd, halt: 0 }), await run({ cmd, halt: 1 })];
	portal.setLimits({ scope: ['bizproc'] });
	expect(all).toMatchObject({ result: [], result_error: { a: refused, b: refused } });
	expect(halted).toMatchObject({ result: [], result_error: { a: refused } });
	expect(halted.result_error).not.toHaveProperty('b');
});

it.each([{}, { cmd: [] }, { cmd: {} }, { cmd: 'profile' }, { cmd: null }])(
	'%j has no commands, so all five maps are empty lists',
	async (body) => {
		expect(await run(body)).toEqual({
			...{ result: [], result_error: [], result_total: [], result_next: [], result_time: [] },
		});
	},
);

describe('shapes of numeric keys', () => {
	it('0..n-1 without a gap come out as a list', async () => {
		expect((await run({ cmd: ['scope', 'scope'] })).result).toEqual([['bizproc'], ['bizproc']]);
	});

	it('one failure makes the successes an object, and a failure in front a list', async () => {
		const { result, result_error: errors } = await run({
			cmd: [line('x', 'wrong'), 'scope', 'no'],
		});
		expect(result).toEqual({ 1: ['bizproc'] });
		expect(errors).toEqual({ 0: DENIED, 2: error('ERROR_METHOD_NOT_FOUND', 'Method not found!') });
		expect((await run({ cmd: [line('x', 'wrong'), 'scope'] })).result_error).toEqual([DENIED]);
	});
});

it('runs with the credentials of the request, whatever a command says', async () => {
	const { result } = await run({ cmd: { a: `${line('x')}&auth=wrong&ap=wrong&aplogin=9` } });
	expect(result).toEqual({ a: true });
	expect(Object.keys(portal.requests.at(-1)!.commands[0].params)).toEqual(['EVENT_TOKEN', 'LOG_MESSAGE']);
});

it('refuses the whole batch when the request has no good credentials', async () => {
	const answer = await post(`${portal.url}/rest/1/wrong/batch`, { cmd: [line('x')] });
	expect(answer).toMatchObject({ status: 401, data: { error: 'INVALID_CREDENTIALS' } });
	expect(portal.log(workflowId)).toEqual([]);
});

it('keeps the order of the lines', async () => {
	const texts = Array.from({ length: 50 }, (_, index) => `line ${index}`);
	await run({ cmd: Object.fromEntries(texts.map((text, index) => [`i${index}`, line(text)])) });
	expect(portal.log(workflowId)).toEqual(texts);
});

it('records each command as it was sent, and its error', async () => {
	portal.clear();
	await batch({ cmd: { a: line('$result[x]'), b: 'nope?x=1' } });
	expect(portal.requests).toMatchObject([
		{
			method: 'batch',
			commands: [
				{
					key: 'a',
					method: 'bizproc.activity.log',
					params: { EVENT_TOKEN: eventToken, LOG_MESSAGE: '$result[x]' },
					error: 'ERROR_EMPTY_LOG_MESSAGE',
				},
				{ key: 'b', method: 'nope', params: { x: '1' }, error: 'ERROR_METHOD_NOT_FOUND' },
			],
		},
	]);
});
