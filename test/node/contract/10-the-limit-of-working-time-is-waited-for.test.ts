import { CONTINUE, details, numbered, texts } from '../lines';
import { openStage, type Stage } from '../stage';

describe('10. OPERATION_TIME_LIMIT', () => {
	let limited: Stage;
	const openLimited = async (seconds: number, windowSeconds: number) => {
		limited = await openStage({ operatingLimit: { seconds, windowSeconds, secondsPerCall: 0.5 } });
		return limited.portal.startWorkflow();
	};
	afterEach(async () => await limited.close());

	it('of single commands of a batch: only what did not run is repeated, when the portal takes it again', async () => {
		const { workflowId, eventToken } = await openLimited(1, 2);
		const items = numbered(eventToken, 4);
		const { passed } = await limited.run({ items });
		expect(limited.portal.log(workflowId)).toEqual(texts(items));
		expect(passed).toHaveLength(4);
	});

	it('of a whole request is waited for in the same way', async () => {
		const { workflowId, eventToken } = await openLimited(25, 2);
		const items = numbered(eventToken, 51);
		await limited.run({ items });
		expect(limited.portal.log(workflowId)).toEqual(texts(items));
		expect(limited.portal.requests.some(({ status, method }) => status === 429 && method !== 'batch')).toBe(
			true,
		);
	});

	it('whose refusal itself names the time is believed', async () => {
		const { eventToken } = await openLimited(100, 600);
		const operating_reset_at = Math.floor(Date.now() / 1000) + 300;
		limited.portal.fault({
			kind: 'refuse',
			status: 429,
			code: 'OPERATION_TIME_LIMIT',
			extra: { time: { operating_reset_at } },
		});
		const { failed } = await limited.run({ items: numbered(eventToken, 1), settings: CONTINUE });
		expect(details(failed[0]).resetsAt).toMatch(/Z$/);
		expect(limited.portal.requests).toHaveLength(1);
	});

	it('farther away than Max Wait fails the item and names the time', async () => {
		const { workflowId, eventToken } = await openLimited(1, 600);
		const { passed, failed } = await limited.run({ items: numbered(eventToken, 4), settings: CONTINUE });
		expect(limited.portal.log(workflowId)).toHaveLength(2);
		expect(passed).toHaveLength(2);
		expect(details(failed[0])).toMatchObject({
			code: 'OPERATION_TIME_LIMIT',
			resetsAt: expect.stringMatching(/^20.*Z$/),
		});
		expect(details(failed[0]).nextStep).toContain(details(failed[0]).resetsAt);
	});
});
