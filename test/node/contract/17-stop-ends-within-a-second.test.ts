/* eslint-disable @n8n/community-nodes/no-restricted-globals -- tests run in Node, not in n8n */
import { numbered } from '../lines';
import { contractStage } from './stage';

const stage = contractStage();
const { workflow } = stage;

describe('17. Stop, or the workflow’s time-out, while waiting', () => {
	it('ends within a second and sends nothing more, also when n8n tries again', async () => {
		const { workflowId, eventToken } = workflow();
		stage.portal.fault({ kind: 'queryLimit', times: 1000 });
		const execution = stage.start({
			items: numbered(eventToken, 3),
			settings: { retryOnFail: true, maxTries: 2, waitBetweenTries: 300 },
		});
		while (stage.portal.requests.length < 3) await new Promise((resolve) => setTimeout(resolve, 5));
		const asked = stage.portal.requests.length;
		execution.stop();
		const late = new Promise((resolve) => setTimeout(() => resolve('late'), 1000));
		const run = await Promise.race([execution.finished, late]);
		expect(run).not.toBe('late');
		expect(run).toMatchObject({ status: 'canceled' });
		await late;
		expect(stage.portal.requests).toHaveLength(asked);
		expect(stage.portal.log(workflowId)).toEqual([]);
	});
});
