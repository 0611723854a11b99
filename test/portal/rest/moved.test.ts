import { post } from '../http/client';
import { type Portal, startPortal } from '../portal';

let portal: Portal;
beforeEach(async () => {
	portal = await startPortal();
});
afterEach(async () => await portal.stop());

it('A portal that has moved sends every request on to the same path at its new address, and runs none of them', async () => {
	const { workflowId, eventToken } = portal.startWorkflow();
	const newHome = await portal.answerAlsoAt();
	portal.moveTo(newHome);
	const path = new URL(`${portal.webhookUrl}bizproc.activity.log?a=b`).href.replace(portal.url, '');
	const params = { EVENT_TOKEN: eventToken, LOG_MESSAGE: 'x' };

	for (let request = 0; request < 2; request++) {
		const { status, headers } = await post(`${portal.url}${path}`, params);
		expect([status, headers.location]).toEqual([302, `${newHome}${path}`]);
	}
	expect(portal.log(workflowId)).toEqual([]);
	expect((await post(`${newHome}${path}`, params)).data.result).toBe(true);
	expect(portal.log(workflowId)).toEqual(['x']);
	expect(portal.requests.map(({ status }) => status)).toEqual([302, 302, 200]);
});
