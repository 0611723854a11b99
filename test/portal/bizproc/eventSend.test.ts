import { post } from '../http/client';
import { type Portal, startPortal } from '../portal';

let portal: Portal;
beforeAll(async () => {
	portal = await startPortal();
});
afterAll(async () => await portal.stop());

const send = async (params: object) => await post(`${portal.webhookUrl}bizproc.event.send`, params);
const view = (id: string) => portal.workflows().find(({ workflowId }) => workflowId === id)!;

it('hands values back, logs the message and lets the workflow go on', async () => {
	const { workflowId, eventToken } = portal.startWorkflow();
	const { data } = await send({
		event_token: eventToken,
		return_values: { sum: 5 },
		log_message: 'done',
	});
	expect(data.result).toBe(true);
	expect(view(workflowId)).toMatchObject({
		state: 'step closed',
		returnValues: { sum: 5 },
		lines: [{ text: 'done' }],
	});
});

it.each([undefined, '', '0', 5])('logs the standard text for the message %j', async (message) => {
	const { workflowId, eventToken } = portal.startWorkflow();
	await send({ EVENT_TOKEN: eventToken, LOG_MESSAGE: message });
	expect(portal.log(workflowId)).toEqual(['Received application response']);
});

it('accepts the second one and does nothing', async () => {
	const { workflowId, eventToken } = portal.startWorkflow();
	await send({ EVENT_TOKEN: eventToken, RETURN_VALUES: { a: 1 }, LOG_MESSAGE: 'first' });
	const { data } = await send({ EVENT_TOKEN: eventToken, RETURN_VALUES: { a: 2 } });
	expect(data.result).toBe(true);
	expect(view(workflowId)).toMatchObject({ returnValues: { a: 1 }, lines: [{ text: 'first' }] });
});

it('refuses a wrong token as the documented sample does', async () => {
	expect(await send({ EVENT_TOKEN: 'wrong' })).toMatchObject({
		status: 403,
		data: { error: 'ACCESS_DENIED', error_description: 'Access denied!' },
	});
});
