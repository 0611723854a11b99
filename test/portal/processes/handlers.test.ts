import { openServer } from '../http/server';
import { openHandler } from './recordingHandler';
import { openStage, type Stage, until } from './stage';

let stage: Stage;
beforeEach(async () => {
	stage = await openStage();
});
afterEach(async () => await stage.close());

it.each([500, 404])('posts once and waits when the handler answers %d', async (status) => {
	const { portal, handler, register, begin } = stage;
	handler.status = status;
	await register('ask');
	const id = await begin({});
	expect(portal.process(id)).toMatchObject({ state: 'running', posts: [{ status }] });
	expect(handler.received).toHaveLength(1);
});

it('waits when nobody answers the post', async () => {
	const { portal, handler, register, begin } = stage;
	await register('ask');
	await handler.close();
	const id = await begin({});
	expect(portal.process(id)).toMatchObject({ state: 'running', posts: [{ status: null }] });
});

it('fails at a step that is not registered, and posts no further', async () => {
	const { portal, handler, register, begin, send, log } = stage;
	await register('ask');
	const id = await begin({}, { code: 'gone' }, {});
	const { eventToken } = portal.process(id);
	expect((await send(eventToken)).data.result).toBe(true);
	expect(portal.process(id)).toMatchObject({
		...{ state: 'failed', currentStep: null, failure: 'Rest application not found.' },
		steps: [{ state: 'done' }, { state: 'failed' }, { state: 'to come' }],
	});
	expect(handler.received).toHaveLength(1);
	expect((await log(eventToken, 'late')).data.error).toBe('404');
});

it('fails once its step was taken away, and uses the handler a step has at that moment', async () => {
	const { portal, handler, call, register } = stage;
	const other = await openHandler();
	await register('ask');
	const template = portal.publishTemplate({ steps: [{ kind: 'robot', code: 'ask' }] });
	await call('bizproc.robot.update', { CODE: 'ask', FIELDS: { HANDLER: other.url } });
	await portal.startProcess(template);
	await call('bizproc.robot.delete', { CODE: 'ask' });
	const { workflowId } = await portal.startProcess(template);
	await other.close();
	expect([handler.received.length, other.received.length]).toEqual([0, 1]);
	expect(portal.process(workflowId).state).toBe('failed');
});

it('posts for two hundred processes at a time, each with a token of its own', async () => {
	const { portal, handler, register, send } = stage;
	await register('ask');
	const template = portal.publishTemplate({ steps: [{ kind: 'robot', code: 'ask' }] });
	const starts = Array.from({ length: 200 }, async () => await portal.startProcess(template));
	const ids = (await Promise.all(starts)).map(({ workflowId }) => workflowId);
	expect(handler.received.map((form) => form.workflow_id).sort()).toEqual([...ids].sort());
	await Promise.all(handler.received.map(async (form) => await send(form.event_token)));
	expect(ids.map((id) => portal.process(id).state)).toEqual(ids.map(() => 'finished'));
});

it('gives up waiting for a handler when the portal stops', async () => {
	const { portal, register, begin } = stage;
	let arrived = false;
	const silent = await openServer(async () => void (arrived = true));
	await register('ask', { HANDLER: silent.origin });
	const starting = begin({});
	await until(() => arrived);
	await portal.stop();
	const id = await starting;
	await silent.close();
	expect(portal.process(id)).toMatchObject({ posts: [{ status: null }] });
});
