import { CONTINUE, details, numbered, outcomes, texts } from '../lines';
import { stageForEachTest } from '../hookedStage';

/** It is not known for certain what a portal charges for a batch: the methods of its commands, or the batch. */

describe.each(['methods', 'batch'] as const)('A portal that charges the %s', (charged) => {
	const limitOf = (seconds: number, windowSeconds: number) => ({
		operatingLimit: { seconds, windowSeconds, secondsPerCall: 0.5, charged },
	});

	describe('and soon frees some of its working time', () => {
		const stage = stageForEachTest(limitOf(40, 2));

		it('gets all lines, and is not asked again and again meanwhile', async () => {
			const { workflowId, eventToken } = stage.portal.startWorkflow();
			const items = numbered(eventToken, 150);
			await stage.run({ items });
			expect(stage.portal.log(workflowId)).toEqual(texts(items));
			expect(stage.portal.requests.filter(({ status }) => status === 429).length).toBeLessThan(3);
		});
	});

	describe('and does not within Max Wait', () => {
		const stage = stageForEachTest(limitOf(25, 600));

		it('has its time told by every line that was not sent', async () => {
			const { workflowId, eventToken } = stage.portal.startWorkflow();
			const scene = { items: numbered(eventToken, 200), parameters: { options: { maxWaitSeconds: 1 } } };
			const { failed } = await stage.run({ ...scene, settings: CONTINUE });
			const written = stage.portal.log(workflowId).length;
			// A charged batch leaves as much again to single calls, for whoever thinks of it.
			expect(written).toBeGreaterThanOrEqual(50);
			expect(written).toBeLessThanOrEqual(100);
			expect(outcomes(failed)).toEqual({ notSent: 200 - written });
			for (const item of failed) {
				const { code, resetsAt } = details(item);
				expect(code).toBe('OPERATION_TIME_LIMIT');
				expect(Date.parse(String(resetsAt))).toBeGreaterThan(Date.now() + 400_000);
				expect(details(item).nextStep).toContain(resetsAt);
			}
		});
	});
});
