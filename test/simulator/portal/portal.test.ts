import { logCommand } from '../../portal/batch/logCommand';
import { openOnePortal, type OnePortal } from './onePortal';

const line = ({ workflows: [{ token }] }: OnePortal, text = 'a line') => ({
	EVENT_TOKEN: token,
	LOG_MESSAGE: text,
});
const LOG = 'bizproc.activity.log';
const errorOf = ({ body }: { body: unknown }) => (body as { error?: unknown }).error;

describe('A workflow', () => {
	it('that has ended is not found; old portals say so with a number', async () => {
		const now = openOnePortal({}, [{ state: 'ended' }]);
		expect(errorOf(await now.ask(LOG, line(now)))).toBe('404');
		const old = openOnePortal({ oldCodes: true }, [{ state: 'ended' }]);
		expect(errorOf(await old.ask(LOG, line(old)))).toBe(404);
	});

	it('whose step is closed accepts, and keeps nothing', async () => {
		const portal = openOnePortal({}, [{ state: 'closed' }]);
		expect(await portal.ask(LOG, line(portal))).toMatchObject({ status: 200, body: { result: true } });
		expect(portal.sendings[0].commands[0]).toMatchObject({ acceptedMs: expect.any(Number), kept: false });
	});

	it('takes one result; its step is closed then', async () => {
		const portal = openOnePortal();
		const result = { EVENT_TOKEN: portal.workflows[0].token, RETURN_VALUES: { answer: 'yes' } };
		for (let time = 0; time < 2; time += 1) await portal.ask('bizproc.event.send', result);
		expect(portal.sendings.map(({ commands: [{ kept }] }) => kept)).toEqual([true, false]);
	});

	it('that is executed is busy for the second of two requests', async () => {
		const portal = openOnePortal({ commandMs: 1000 });
		const answers = [portal.send(LOG, line(portal)), portal.send(LOG, line(portal))];
		await portal.settle();
		const errors = (await Promise.all(answers)).map(errorOf);
		expect(errors.sort()).toEqual(['423', undefined]);
	});
});

describe('Limits', () => {
	it('a full bucket refuses with 503 and runs nothing, and leaks in time', async () => {
		const portal = openOnePortal({ burst: 2, perSecond: 2 });
		const answers = [1, 2, 3].map(async () => await portal.send(LOG, line(portal)));
		await portal.settle();
		const statuses = (await Promise.all(answers)).map(({ status }) => status);
		expect(statuses.sort()).toEqual([200, 200, 503]);
		portal.world.at(portal.world.now() + 600, () => {});
		await portal.settle();
		expect((await portal.ask(LOG, line(portal))).status).toBe(200);
	});

	it('used up working time refuses the commands of a batch, and tells when it is freed', async () => {
		const portal = openOnePortal({ workingSeconds: 3, commandMs: 2000 });
		const cmd = Object.fromEntries(
			['a', 'b', 'c'].map((name) => [name, logCommand(portal.workflows[0].token, name)]),
		);
		const { body } = await portal.ask('batch', { cmd });
		const { result } = body as { result: Record<string, Record<string, unknown>> };
		expect(result.result_error).toMatchObject({ c: { error: 'OPERATION_TIME_LIMIT' } });
		expect(result.result_time.b).toMatchObject({ operating_reset_at: 600, operating: expect.any(Number) });
		const again = await portal.ask(LOG, line(portal));
		expect([again.status, errorOf(again)]).toEqual([429, 'OPERATION_TIME_LIMIT']);
	});
});

describe('Before anything runs', () => {
	it('an expired access is refused', async () => {
		const portal = openOnePortal();
		const answer = await portal.ask(LOG, line(portal), 'expired');
		expect([answer.status, errorOf(answer)]).toEqual([401, 'expired_token']);
		expect(portal.sendings[0].commands[0].acceptedMs).toBeUndefined();
	});

	it('a renamed portal sends on to its new address', async () => {
		const portal = openOnePortal({ renamedAtRequest: 0 });
		const { status, headers } = await portal.ask(LOG, line(portal));
		expect([status, headers.location]).toEqual([302, `https://new.example/rest/1/secret/${LOG}`]);
		expect(portal.sendings[0].commands[0].acceptedMs).toBeUndefined();
	});

	it('half a character makes JSON unreadable, so that the token is missing', async () => {
		const portal = openOnePortal();
		expect(errorOf(await portal.ask(LOG, line(portal, 'half \uD83D')))).toBe('ACCESS_DENIED');
	});
});

describe('Faults', () => {
	it.each([true, false])('an answer is lost, and the portal has done its work: %s', async (ran) => {
		const portal = openOnePortal({}, [{}], [{ kind: 'lost', code: 'ECONNRESET', ran }]);
		await expect(portal.ask(LOG, line(portal))).rejects.toMatchObject({
			code: 'ECONNRESET',
			isAxiosError: true,
		});
		expect(portal.sendings[0].commands[0].acceptedMs !== undefined).toBe(ran);
	});

	it('silence ends when the client gives up', async () => {
		const portal = openOnePortal({}, [{}], [{ kind: 'silence', ran: true }]);
		await expect(portal.ask(LOG, line(portal))).rejects.toMatchObject({ code: 'ECONNABORTED' });
		expect(portal.world.now()).toBe(65_000);
	});

	it('odd answers say of no line that it was accepted which was not', async () => {
		const portal = openOnePortal({}, [{}], [{ kind: 'oddAnswer', shape: 'timesNull', ran: false }]);
		const { body } = await portal.ask('batch', { cmd: { a: logCommand(portal.workflows[0].token, 'a') } });
		expect(body).toMatchObject({ result: { result: [], result_error: [] } });
	});
});
