import { logCommand } from '../batch/logCommand';
import { post } from '../http/client';
import { type Fault, type Portal, startPortal } from '../portal';

let portal: Portal;
let workflowId: string;
let eventToken: string;
beforeEach(async () => {
	portal = await startPortal();
	({ workflowId, eventToken } = portal.startWorkflow());
});
afterEach(async () => await portal.stop());

const log = async (message: string, token = eventToken) =>
	await post(`${portal.webhookUrl}bizproc.activity.log`, {
		EVENT_TOKEN: token,
		LOG_MESSAGE: message,
	});
const batch = async (...texts: string[]) =>
	await post(`${portal.webhookUrl}batch`, {
		cmd: texts.map((text) => logCommand(eventToken, text)),
	});

describe('a refused request is answered in the portal form and nothing ran', () => {
	it.each<[Fault, number, object]>([
		[
			{ kind: 'refuse', status: 400, code: 404, description: 'number', extra: { argument: 'X' } },
			400,
			{ error: 404, error_description: 'number', argument: 'X' },
		],
		[{ kind: 'refuse', status: 400, code: '' }, 400, { error: '', error_description: '' }],
		[{ kind: 'busy' }, 400, { error: '423' }],
		[{ kind: 'queryLimit' }, 503, { error: 'QUERY_LIMIT_EXCEEDED' }],
		[{ kind: 'operatingLimit' }, 429, { error: 'OPERATION_TIME_LIMIT' }],
	])('%j', async (fault, status, body) => {
		portal.fault(fault);
		expect(await log('lost')).toMatchObject({ status, data: body });
		await log('kept');
		expect(portal.log(workflowId)).toEqual(['kept']);
		expect(portal.requests[0].commands[0]).toHaveProperty('error');
	});

	it('with the headers it was given', async () => {
		const headers = { 'Retry-After': '7' };
		portal.fault({ kind: 'refuse', status: 503, code: 'X', headers });
		expect((await log('x')).headers).toMatchObject({ 'retry-after': '7' });
	});
});

describe('which requests are struck', () => {
	it('as often as asked', async () => {
		portal.fault({ kind: 'queryLimit', times: 2 });
		const statuses = [await log('a'), await log('b'), await log('c')].map(({ status }) => status);
		expect(statuses).toEqual([503, 503, 200]);
	});

	it('after some have passed', async () => {
		portal.fault({ kind: 'queryLimit', after: 1 });
		expect([(await log('a')).status, (await log('b')).status]).toEqual([200, 503]);
	});

	it('only those of the method', async () => {
		portal.fault({ kind: 'queryLimit', method: 'batch' });
		expect([(await log('a')).status, (await batch('b')).status]).toEqual([200, 503]);
	});

	it('only those that touch the workflow, also inside a batch', async () => {
		const other = portal.startWorkflow();
		portal.fault({ kind: 'queryLimit', workflowId, times: 2 });
		expect((await log('a', other.eventToken)).status).toBe(200);
		expect([(await log('b')).status, (await batch('c')).status]).toEqual([503, 503]);
	});

	it('the one queued first comes first', async () => {
		portal.fault({ kind: 'busy' });
		portal.fault({ kind: 'queryLimit' });
		expect([(await log('a')).status, (await log('b')).status]).toEqual([400, 503]);
	});

	it('none after clear, which forgets the requests too', async () => {
		portal.fault({ kind: 'queryLimit' });
		portal.clear();
		expect((await log('a')).status).toBe(200);
		expect(portal.requests).toHaveLength(1);
	});
});

describe('single commands of a batch', () => {
	it('are refused while the others run', async () => {
		portal.fault({ on: 'command', kind: 'busy', after: 1 });
		const { result } = (await batch('a', 'b', 'c')).data;
		expect(result.result).toEqual({ 0: true, 2: true });
		expect(result.result_error).toMatchObject({ 1: { error: '423' } });
		expect(portal.log(workflowId)).toEqual(['a', 'c']);
	});

	it('are chosen by method and workflow', async () => {
		portal.fault({ on: 'command', kind: 'queryLimit', method: 'bizproc.event.send' });
		portal.fault({ on: 'command', kind: 'refuse', status: 400, code: '', workflowId });
		const { result } = (await batch('a')).data;
		expect(result.result_error).toEqual([{ error: '', error_description: '' }]);
	});

	it('leave single calls alone', async () => {
		portal.fault({ on: 'command', kind: 'busy' });
		expect((await log('a')).status).toBe(200);
	});

	it('tell with the next success when operating time is freed', async () => {
		portal.fault({ on: 'command', kind: 'operatingLimit', resetsInSeconds: 30 });
		const { result, time } = (await batch('a', 'b')).data;
		expect(result.result_error).toMatchObject([{ error: 'OPERATION_TIME_LIMIT' }]);
		const soon = Math.ceil(Date.now() / 1000) + 30;
		for (const reported of [result.result_time[1], time]) {
			expect(reported.operating_reset_at).toBeGreaterThan(soon - 5);
			expect(reported.operating_reset_at).toBeLessThanOrEqual(soon);
		}
	});

	it('say nothing of it any more after clear', async () => {
		portal.fault({ on: 'command', kind: 'operatingLimit', resetsInSeconds: 30 });
		await batch('a');
		portal.clear();
		expect((await batch('b')).data.time).not.toHaveProperty('operating_reset_at');
	});
});
