import { CONTINUE, details, inTurnFor, numbered, outcomes, texts } from '../lines';
import { SEND } from '../plans';
import { stageForEachTest } from '../hookedStage';
import { timed } from '../core/time';

/** Pages of what stands in front of the portal: nothing ran, and each says what to do by its status. */

const stage = stageForEachTest();
const waiting = (maxWaitSeconds: number) => ({ options: { maxWaitSeconds } });
const lines = () => stage.portal.requests.filter(({ method }) => method !== 'method.get');

describe.each([429, 503])('A page with %i and Retry-After', (status) => {
	it('is waited for, and nothing is sent before', async () => {
		const { workflowId, eventToken } = stage.portal.startWorkflow();
		stage.portal.fault({ kind: 'html', status, headers: { 'Retry-After': '2' } });
		const items = numbered(eventToken, 120);
		const { value, seconds } = await timed(stage.run({ items, settings: CONTINUE }));
		expect(value.failed).toEqual([]);
		expect(stage.portal.log(workflowId)).toEqual(texts(items));
		expect(seconds).toBeGreaterThan(1.9);
		const [first, second] = lines();
		expect(second.startedAt - first.startedAt).toBeGreaterThan(1900);
	});

	it('may name a time by the clock of the server', async () => {
		const { workflowId, eventToken } = stage.portal.startWorkflow();
		const now = Date.now();
		const headers = {
			Date: new Date(now).toUTCString(),
			'Retry-After': new Date(now + 2000).toUTCString(),
		};
		stage.portal.fault({ kind: 'html', status, headers });
		const { value } = await timed(stage.run({ items: numbered(eventToken, 3), settings: CONTINUE }));
		expect(value.failed).toEqual([]);
		expect(stage.portal.log(workflowId)).toHaveLength(3);
	});

	it('that names more than Max Wait ends the run with the time', async () => {
		const { workflowId, eventToken } = stage.portal.startWorkflow();
		stage.portal.fault({ kind: 'html', status, headers: { 'Retry-After': '3600' } });
		const { failed } = await stage.run({
			items: numbered(eventToken, 120),
			settings: CONTINUE,
			parameters: waiting(2),
		});
		expect(outcomes(failed)).toEqual({ notSent: 120 });
		expect(Date.parse(String(details(failed[0]).resetsAt))).toBeGreaterThan(Date.now() + 3_000_000);
		expect(failed[0].json.error).toMatch(/web server/);
		expect(stage.portal.log(workflowId)).toEqual([]);
		expect(lines()).toHaveLength(1);
	});
});

it.each(['webhook', 'oAuth2'])(
	'A page with 401 ends the run, %s: the web server has a password',
	async (authentication) => {
		const { workflowId, eventToken } = stage.portal.startWorkflow();
		stage.portal.fault({
			kind: 'html',
			status: 401,
			headers: { 'WWW-Authenticate': 'Basic realm="x"' },
			times: 99,
		});
		const { failed } = await stage.run({
			items: numbered(eventToken, 120),
			settings: CONTINUE,
			parameters: { authentication },
		});
		expect(outcomes(failed)).toEqual({ notSent: 120 });
		expect(failed[0].json.error).toMatch(/password/);
		expect(stage.portal.log(workflowId)).toEqual([]);
		expect(lines()).toHaveLength(1);
	},
);

describe('A page with 403, of a firewall', () => {
	it('fails the items of that request alone when others get through', async () => {
		const workflows = stage.portal.startWorkflows({ count: 20 });
		stage.portal.fault({ kind: 'html', status: 403, after: 1 });
		const items = inTurnFor(workflows, 500);
		const { passed, failed } = await stage.run({ items, settings: CONTINUE });
		expect(outcomes(failed)).toEqual({ notSent: 50 });
		expect(passed).toHaveLength(450);
		expect(failed[0].json.error).toMatch(/firewall/i);
		const written = workflows.flatMap(({ workflowId }) => stage.portal.log(workflowId));
		expect(written).toHaveLength(450);
	});

	it('ends the run when the first few have found nothing else', async () => {
		const workflows = stage.portal.startWorkflows({ count: 20 });
		stage.portal.fault({ kind: 'html', status: 403, times: 99 });
		const { failed } = await stage.run({ items: inTurnFor(workflows, 1000), settings: CONTINUE });
		expect(outcomes(failed)).toEqual({ notSent: 1000 });
		expect(lines().length).toBeLessThanOrEqual(8);
	});
});

describe.each([413, 414])('A page with %i', (status) => {
	it('has a batch halved until it fits, and every line is written once, in order', async () => {
		const { workflowId, eventToken } = stage.portal.startWorkflow();
		stage.portal.fault({ kind: 'html', status, method: 'batch', times: 2 });
		const items = numbered(eventToken, 100);
		const { failed } = await stage.run({ items, settings: CONTINUE });
		expect(failed).toEqual([]);
		expect(stage.portal.log(workflowId)).toEqual(texts(items));
		const sizes = stage.portal.requests.map(({ commands }) => commands.length);
		expect(sizes.slice(0, 2)).toEqual([50, 25]);
		expect(Math.max(...sizes.slice(2))).toBeLessThanOrEqual(13);
	});

	it('leaves the next execution its whole batches', async () => {
		const { eventToken } = stage.portal.startWorkflow();
		stage.portal.fault({ kind: 'html', status, times: 99 });
		await stage.run({ items: numbered(eventToken, 100), settings: CONTINUE });
		stage.portal.clear();
		await stage.run({ items: numbered(eventToken, 100), settings: CONTINUE });
		expect(stage.portal.requests.map(({ commands }) => commands.length)).toEqual([50, 50]);
	});

	it('fails a single line at once, and is never repeated as it is', async () => {
		const { workflowId, eventToken } = stage.portal.startWorkflow();
		stage.portal.fault({ kind: 'html', status, times: 99 });
		const { failed } = await stage.run({ items: numbered(eventToken, 1), settings: CONTINUE });
		expect(outcomes(failed)).toEqual({ notSent: 1 });
		expect(failed[0].json.error).toMatch(/too large/);
		expect(stage.portal.log(workflowId)).toEqual([]);
		expect(lines()).toHaveLength(1);
	});

	it('tells a result that it is too large', async () => {
		const { eventToken } = stage.portal.startWorkflow();
		stage.portal.fault({ kind: 'html', status, times: 99 });
		const items = [{ eventToken, values: { a: 'x' } }];
		const { failed } = await stage.run({ nodeName: SEND, items, settings: CONTINUE });
		expect(outcomes(failed)).toEqual({ notSent: 1 });
		expect(failed[0].json.error).toMatch(/too large/);
	});
});

it('A result of more than a megabyte is refused before anything is sent', async () => {
	const { eventToken } = stage.portal.startWorkflow();
	const items = [{ eventToken, values: { a: 'я'.repeat(600_000) } }];
	const { failed } = await stage.run({ nodeName: SEND, items, settings: CONTINUE });
	expect(outcomes(failed)).toEqual({ notSent: 1 });
	expect(failed[0].json.error).toMatch(/too large: 12\d{5} bytes/);
	expect(stage.portal.requests).toEqual([]);
});
