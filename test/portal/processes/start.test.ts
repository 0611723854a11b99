import { openStage, type Stage } from './stage';

let stage: Stage;
beforeEach(async () => {
	stage = await openStage();
});
afterEach(async () => await stage.close());

it('runs a single registered step, with its values, and puts it on no list of templates', async () => {
	const { portal, handler, register } = stage;
	await register('ask', { NAME: { ru: 'Спросить', en: 'Ask' }, PROPERTIES: { text: { NAME: 'Text' } } });
	const { workflowId } = await portal.runStep({ code: 'ask', properties: { text: 'hello' } });
	expect(handler.received).toMatchObject([{ workflow_id: workflowId, properties: { text: 'hello' } }]);
	expect(portal.workflows()).toMatchObject([{ name: 'Ask', process: { steps: [{ name: 'Ask' }] } }]);
	expect(portal.templates()).toEqual([]);
	await expect(portal.runStep({ code: 'nobody' })).rejects.toThrow('No step nobody is registered here');
});

it('keeps the name a step was drawn with when its application takes it away', async () => {
	const { portal, call, register, begin } = stage;
	await register('ask', { NAME: 'Ask the bank' });
	const id = await begin({}, { code: 'gone' }, { name: 'As drawn' });
	await call('bizproc.robot.delete', { CODE: 'ask' });
	const names = portal.process(id).steps.map(({ name }) => name);
	expect(names).toEqual(['Ask the bank', 'gone', 'As drawn']);
	expect(portal.templates()[0].steps.map(({ name }) => name)).toEqual(names);
});

it('tells the step at which somebody ended the process', async () => {
	const { portal, register, begin, send } = stage;
	await register('ask');
	const id = await begin({}, {}, {});
	await send(portal.process(id).eventToken);
	portal.finishWorkflow(id);
	expect(portal.process(id)).toMatchObject({
		state: 'finished',
		steps: [{ state: 'done' }, { state: 'stopped' }, { state: 'to come' }],
	});
});

it('has ended by itself if it was ended afterwards only', async () => {
	const { portal, register, begin, send } = stage;
	await register('ask');
	const id = await begin({});
	await send(portal.process(id).eventToken);
	portal.finishWorkflow(id);
	expect(portal.process(id).steps).toMatchObject([{ state: 'done' }]);
});
