import { CONTINUE, details, numbered } from '../lines';
import { openStage } from '../stage';
import { contractStage } from './stage';

const stage = contractStage();
const { workflow, requests } = stage;

describe('12. A lost answer', () => {
	const losses = [
		['the connection breaks before the request ran', { kind: 'dropBefore' }, 0],
		['the connection breaks after it ran', { kind: 'dropAfter' }, 1],
		['an HTML page comes at 502', { kind: 'html', status: 502, ran: true }, 1],
		['an HTML page comes at 200', { kind: 'html', status: 200 }, 0],
		['the JSON is broken', { kind: 'brokenJson', ran: true }, 1],
	] as const;

	it.each(losses)('is never repeated, not by Retry On Fail either: %s', async (_what, fault, written) => {
		const { workflowId, eventToken } = workflow();
		stage.portal.fault(fault);
		const { failed } = await stage.run({
			items: numbered(eventToken, 1),
			settings: { ...CONTINUE, retryOnFail: true, maxTries: 3, waitBetweenTries: 1 },
		});
		expect(stage.portal.requests).toHaveLength(1);
		expect(stage.portal.log(workflowId)).toHaveLength(written);
		expect(failed[0].json.error).toMatch(/may already be in the log/);
		expect(details(failed[0]).outcome).toBe('unknown');
	});

	it.each(losses)(
		'ends a node that stops on error, and tries of n8n send nothing again: %s',
		async (_what, fault) => {
			const { eventToken } = workflow();
			stage.portal.fault(fault);
			const { error } = await stage.run({
				items: numbered(eventToken, 3),
				settings: { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 },
			});
			expect(stage.portal.requests).toHaveLength(1);
			expect(error?.message).toMatch(/may already be in the log/);
		},
	);

	it('of a batch is told for all its lines, also by the last try of n8n', async () => {
		const { eventToken } = workflow();
		stage.portal.fault({ kind: 'dropAfter', after: 1 });
		const { error } = await stage.run({
			items: numbered(eventToken, 120),
			settings: { retryOnFail: true, maxTries: 2, waitBetweenTries: 1 },
		});
		expect(requests()).toEqual(['batch 50', 'batch 50']);
		expect(error?.description).toContain(
			'Stopped at item 50 (n8n counts from 0). Lines accepted: 50. Lines in doubt: 50.',
		);
	});

	it('of one batch leaves the other batches alone', async () => {
		const { workflowId, eventToken } = workflow();
		stage.portal.fault({ kind: 'dropAfter' });
		const { passed, failed } = await stage.run({ items: numbered(eventToken, 60), settings: CONTINUE });
		expect(failed).toHaveLength(50);
		expect(passed).toHaveLength(10);
		expect(stage.portal.log(workflowId)).toHaveLength(60);
	});

	it('is not a refused connection: the item is told as not sent', async () => {
		const gone = await openStage();
		await gone.portal.stop();
		const { failed } = await gone.run({
			items: [{ eventToken: 'x', message: 'y' }],
			parameters: { options: { maxWaitSeconds: 0 } },
			settings: CONTINUE,
		});
		expect(details(failed[0]).outcome).toBe('notSent');
		expect(failed[0].json.error).toMatch(/could not be reached/);
	});
});
