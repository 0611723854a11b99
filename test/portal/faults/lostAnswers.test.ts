import { post } from '../http/client';
import { type Portal, startPortal } from '../portal';

let portal: Portal;
let workflowId: string;
let eventToken: string;
beforeEach(async () => {
	portal = await startPortal();
	({ workflowId, eventToken } = portal.startWorkflow());
});
afterEach(async () => await portal.stop());

const log = async (message: string, timeout = 0) =>
	await post(
		`${portal.webhookUrl}bizproc.activity.log`,
		{ EVENT_TOKEN: eventToken, LOG_MESSAGE: message },
		{ timeout },
	);

describe('an answer is lost', () => {
	it('before anything ran', async () => {
		portal.fault({ kind: 'dropBefore' });
		await expect(log('lost')).rejects.toMatchObject({ code: 'ECONNRESET' });
		expect(portal.log(workflowId)).toEqual([]);
		expect(portal.requests).toMatchObject([{ status: null }]);
	});

	it('after it ran', async () => {
		portal.fault({ kind: 'dropAfter' });
		await expect(log('written')).rejects.toMatchObject({ code: 'ECONNRESET' });
		expect(portal.log(workflowId)).toEqual(['written']);
	});

	it.each([
		[{ kind: 'html', status: 502, ran: true } as const, ['x']],
		[{ kind: 'html', status: 502 } as const, []],
	])('in HTML: %j', async (fault, lines) => {
		portal.fault(fault);
		const { status, data, headers } = await log('x');
		expect(status).toBe(502);
		expect(headers['content-type']).toContain('text/html');
		expect(data).toContain('Bad Gateway');
		expect(portal.log(workflowId)).toEqual(lines);
	});

	it.each([
		[{ kind: 'brokenJson', ran: true } as const, ['x']],
		[{ kind: 'brokenJson' } as const, []],
	])('in the middle of the JSON: %j', async (fault, lines) => {
		portal.fault(fault);
		const { status, data, headers } = await log('x');
		expect(status).toBe(200);
		expect(headers['content-type']).toContain('application/json');
		// A text is what cannot be parsed.
		expect(data).toEqual(expect.stringMatching(/^\{"result":true/));
		expect(portal.log(workflowId)).toEqual(lines);
	});

	it.each([
		[{ kind: 'silence', ran: true } as const, ['x']],
		[{ kind: 'silence' } as const, []],
	])('in silence: %j', async (fault, lines) => {
		portal.fault(fault);
		await expect(log('x', 1000)).rejects.toMatchObject({ code: 'ECONNABORTED' });
		expect(portal.log(workflowId)).toEqual(lines);
		expect(portal.requests[0]).toMatchObject({ status: null, finishedAt: null });
	});
});

it('a redirect names its target and runs nothing', async () => {
	portal.fault({ kind: 'redirect', location: 'https://new.example/rest/' });
	const { status, headers } = await log('x');
	expect([status, headers.location]).toEqual([302, 'https://new.example/rest/']);
	expect(portal.log(workflowId)).toEqual([]);
});

it('a delay runs in the end', async () => {
	portal.fault({ kind: 'delay', ms: 300 });
	await expect(log('x', 50)).rejects.toMatchObject({ code: 'ECONNABORTED' });
	portal.fault({ kind: 'delay', ms: 5 });
	expect((await log('late')).data.result).toBe(true);
});
