import { CONTINUE, details, inTurnFor, numbered, outcomes } from '../lines';
import { stageForEachTest } from '../hookedStage';

/** `refused` is what the portal refused. All else that nothing came of is `notSent`, with the reason. */

const stage = stageForEachTest();
const IMPATIENT = { options: { maxWaitSeconds: 1 } };

describe('A webhook that was deleted', () => {
	it('has refused the items that were sent; all others were not sent', async () => {
		const { eventToken } = stage.portal.startWorkflow();
		stage.portal.revokeWebhook();
		const { failed } = await stage.run({ items: numbered(eventToken, 500), settings: CONTINUE });
		const [{ commands }] = stage.portal.requests;
		expect(outcomes(failed)).toEqual({ refused: commands.length, notSent: 500 - commands.length });
		expect(commands.length).toBeLessThanOrEqual(50);
		for (const { json } of failed) expect(json.error).toMatch(/does not accept this webhook/);
	});

	it('while many requests were under way: each item says what became of it', async () => {
		const items = inTurnFor(stage.portal.startWorkflows({ count: 250 }), 1000);
		const refusal = { kind: 'refuse', status: 401, code: 'INVALID_CREDENTIALS' } as const;
		stage.portal.fault({ ...refusal, after: 2, times: 100 });
		stage.portal.setLimits({ latencyMs: 30 });
		const { passed, failed } = await stage.run({ items, settings: CONTINUE });
		const linesAt = (status: number) =>
			stage.portal.requests
				.filter((request) => request.status === status)
				.reduce((sum, { commands }) => sum + commands.length, 0);
		expect(passed).toHaveLength(linesAt(200));
		expect(outcomes(failed)).toEqual({
			refused: linesAt(401),
			notSent: 1000 - linesAt(200) - linesAt(401),
		});
	});
});

describe('What a limit has put off until Max Wait was over', () => {
	it.each([
		['QUERY_LIMIT_EXCEEDED', { kind: 'queryLimit', times: 1000 }],
		['OPERATION_TIME_LIMIT', { kind: 'operatingLimit', times: 1000 }],
		['OVERLOAD_LIMIT', { kind: 'refuse', status: 503, code: 'OVERLOAD_LIMIT', times: 1000 }],
	] as const)('was not sent, and the limit is named: %s', async (code, fault) => {
		const { workflowId, eventToken } = stage.portal.startWorkflow();
		stage.portal.fault(fault);
		const scene = { items: numbered(eventToken, 120), parameters: IMPATIENT, settings: CONTINUE };
		const { failed } = await stage.run(scene);
		expect(stage.portal.requests.length).toBeGreaterThan(0);
		expect(stage.portal.log(workflowId)).toEqual([]);
		expect(outcomes(failed)).toEqual({ notSent: 120 });
		expect(new Set(failed.map((item) => details(item).code))).toEqual(new Set([code]));
	});

	it('was not sent either when it is the workflow that stayed busy', async () => {
		const [busy, free] = stage.portal.startWorkflows({ count: 2 });
		stage.portal.setBusy(busy.workflowId, true);
		const items = inTurnFor([busy, free], 4);
		const { passed, failed } = await stage.run({ items, parameters: IMPATIENT, settings: CONTINUE });
		expect(passed).toHaveLength(2);
		expect(outcomes(failed)).toEqual({ notSent: 2 });
		expect(details(failed[0]).code).toBe('423');
		expect(failed[0].json.error).toMatch(/stayed busy/);
	});
});

describe('What the node’s own brake has held back', () => {
	const limited = stageForEachTest({
		operatingLimit: { seconds: 480, windowSeconds: 600, secondsPerCall: 240 },
	});

	it('was not sent, and the time is told at which the portal takes it again', async () => {
		const { workflowId, eventToken } = limited.portal.startWorkflow();
		await limited.run({ items: numbered(eventToken, 2) });
		const scene = { items: numbered(eventToken, 3), parameters: IMPATIENT, settings: CONTINUE };
		const { failed } = await limited.run(scene);
		expect(limited.portal.log(workflowId)).toHaveLength(2);
		expect(outcomes(failed)).toEqual({ notSent: 3 });
		for (const item of failed) {
			const { code, resetsAt } = details(item);
			expect([code, resetsAt]).toEqual(['OPERATION_TIME_LIMIT', expect.stringMatching(/^20.*Z$/)]);
			expect(details(item).nextStep).toContain(resetsAt);
		}
	});
});
