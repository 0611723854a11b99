import { post } from '../http/client';
import { type Portal, startPortal } from '../portal';

let portal: Portal;
beforeAll(async () => {
	portal = await startPortal();
});
afterAll(async () => await portal.stop());

const log = async (params: object | string) => await post(`${portal.webhookUrl}bizproc.activity.log`, params);

describe('when the workflow has moved on', () => {
	it('a finished workflow is the text code "404"', async () => {
		const { workflowId, eventToken } = portal.startWorkflow();
		portal.finishWorkflow(workflowId);
		expect(await log({ EVENT_TOKEN: eventToken, LOG_MESSAGE: 'late' })).toMatchObject({
			status: 400,
			data: { error: '404', error_description: 'The business process is not found.' },
		});
	});

	it('a busy workflow is the text code "423" until it is free again', async () => {
		const { workflowId, eventToken } = portal.startWorkflow();
		portal.setBusy(workflowId, true);
		const busy = await log({ EVENT_TOKEN: eventToken, LOG_MESSAGE: 'one' });
		expect(busy).toMatchObject({ status: 400, data: { error: '423' } });
		portal.setBusy(workflowId, false);
		await log({ EVENT_TOKEN: eventToken, LOG_MESSAGE: 'two' });
		expect(portal.log(workflowId)).toEqual(['two']);
	});

	it.each<[string, (workflowId: string) => void]>([
		['the step is closed', (workflowId) => portal.closeStep(workflowId)],
		['the loop came round again', (workflowId) => void portal.nextStep(workflowId)],
	])('accepts and drops the line when %s', async (_what, move) => {
		const { workflowId, eventToken } = portal.startWorkflow();
		move(workflowId);
		const { data } = await log({ EVENT_TOKEN: eventToken, LOG_MESSAGE: 'late' });
		expect(data.result).toBe(true);
		expect(portal.log(workflowId)).toEqual([]);
		expect(portal.accepted(workflowId)).toBe(1);
	});

	it('accepts and drops the line of a step that does not wait', async () => {
		const { workflowId, eventToken } = portal.startWorkflow({ waits: false });
		expect((await log({ EVENT_TOKEN: eventToken, LOG_MESSAGE: 'x' })).data.result).toBe(true);
		expect(portal.log(workflowId)).toEqual([]);
	});

	it('logs with the token of the new round', async () => {
		const { workflowId } = portal.startWorkflow();
		await log({ EVENT_TOKEN: portal.nextStep(workflowId), LOG_MESSAGE: 'second round' });
		expect(portal.log(workflowId)).toEqual(['second round']);
	});
});

it('accepts and drops every line while logging of the template is off', async () => {
	const { workflowId, eventToken } = portal.startWorkflow();
	portal.setLimits({ log: { keepLinesHidden: true } });
	await log({ EVENT_TOKEN: eventToken, LOG_MESSAGE: 'hidden' });
	portal.setLimits({ log: {} });
	await log({ EVENT_TOKEN: eventToken, LOG_MESSAGE: 'shown' });
	expect(portal.log(workflowId)).toEqual(['shown']);
	expect(portal.accepted(workflowId)).toBe(2);
});

it('refuses the second of two requests that are in one workflow at the same time', async () => {
	const { workflowId, eventToken } = portal.startWorkflow();
	const other = portal.startWorkflow();
	portal.setLimits({ commandMs: 100 });
	const answers = await Promise.all([
		log({ EVENT_TOKEN: eventToken, LOG_MESSAGE: 'one' }),
		log({ EVENT_TOKEN: eventToken, LOG_MESSAGE: 'one' }),
		log({ EVENT_TOKEN: other.eventToken, LOG_MESSAGE: 'elsewhere' }),
	]);
	portal.setLimits({ commandMs: 0 });
	expect(answers.map(({ data }) => data.error ?? data.result).sort()).toEqual(['423', true, true]);
	expect(portal.log(workflowId)).toEqual(['one']);
	expect(portal.collisions).toBe(1);
});
