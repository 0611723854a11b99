import type { IDataObject } from 'n8n-workflow';
import { detailsOf, itemFor, openSendStage, type SendStage } from './stage';

/** A result may be sent twice without harm, so a lost answer is asked for again; a log line never is. */

let stage: SendStage;
beforeAll(async () => {
	stage = await openSendStage();
});
afterEach(() => stage.portal.clear());
afterAll(async () => await stage.close());

const outcome = (item: { json: IDataObject }) => item.json.bizproc as IDataObject;

it.each([
	['the connection breaks before the request ran', { kind: 'dropBefore' }],
	['the connection breaks after it ran', { kind: 'dropAfter' }],
	['an HTML page comes at 502', { kind: 'html', status: 502, ran: true }],
	['the JSON is broken', { kind: 'brokenJson', ran: true }],
	['the portal stumbles', { kind: 'refuse', status: 500, code: 'INTERNAL_SERVER_ERROR' }],
] as const)('is asked for again, and the process gets its result once: %s', async (_what, fault) => {
	const [step] = stage.steps(1);
	stage.portal.fault(fault);
	const { passed } = await stage.send({ items: [itemFor(step)] });
	expect(outcome(passed[0])).toEqual({ accepted: true, workflowId: step.workflowId });
	expect(stage.returned(step)).toEqual({ a: 'x' });
	expect(stage.portal.log(step.workflowId)).toHaveLength(1);
	expect(stage.portal.requests).toHaveLength(2);
});

it('of a batch is asked for with all of it, also by a node that stops at the first refusal', async () => {
	const steps = stage.steps(3);
	stage.portal.fault({ kind: 'dropAfter' });
	const { passed } = await stage.send({ items: steps.map((step) => itemFor(step)) });
	expect(passed).toHaveLength(3);
	expect(stage.portal.requests.map(({ commands }) => commands.length)).toEqual([3, 3]);
});

it('that stays lost is told as unknown, after a few tries', async () => {
	const [step] = stage.steps(1);
	stage.portal.fault({ kind: 'dropBefore', times: 100 });
	const { failed } = await stage.send({
		items: [itemFor(step)],
		parameters: { options: { maxWaitSeconds: 1 } },
		settings: { onError: 'continueErrorOutput' },
	});
	expect(failed[0].json.error).toMatch(/may already have this result/);
	expect(detailsOf(failed[0]).nextStep).toMatch(/does no harm/);
	expect(failed[0].json.details).toMatchObject({ outcome: 'unknown' });
	expect(stage.portal.requests.length).toBeGreaterThan(1);
	expect(stage.portal.requests.length).toBeLessThan(5);
});

it('beside a busy workflow leaves each with its own outcome', async () => {
	const steps = stage.steps(3);
	const [stumbling, busy] = steps.map(({ workflowId }) => ({ on: 'command', workflowId, times: 9 }) as const);
	stage.portal.fault({ kind: 'refuse', status: 500, code: 'INTERNAL_SERVER_ERROR', ...stumbling });
	stage.portal.fault({ kind: 'busy', ...busy });
	const { passed, failed } = await stage.send({
		items: steps.map((step) => itemFor(step)),
		parameters: { options: { maxWaitSeconds: 0 } },
		settings: { onError: 'continueErrorOutput' },
	});
	expect(passed.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 2 }]);
	expect(failed.map((item) => detailsOf(item).outcome)).toEqual(['unknown', 'notSent']);
});

describe('A limit that comes after a lost answer', () => {
	it('leaves it unknown whether the first request ran', async () => {
		const [step] = stage.steps(1);
		stage.portal.fault({ kind: 'dropAfter' });
		stage.portal.fault({ kind: 'queryLimit', times: 100 });
		const { failed } = await stage.send({
			items: [itemFor(step)],
			parameters: { options: { maxWaitSeconds: 1 } },
			settings: { onError: 'continueErrorOutput' },
		});
		expect(failed[0].json.details).toMatchObject({ outcome: 'unknown' });
	});
});
