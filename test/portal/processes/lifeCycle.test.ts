import { ANSWER, openStage, type Stage, until } from './stage';

let stage: Stage;
beforeEach(async () => {
	stage = await openStage();
});
afterEach(async () => await stage.close());

it('waits at a step, logs its lines, takes its answer and goes on to the end', async () => {
	const { portal, handler, register, begin, send, log } = stage;
	const codesPosted = () => handler.received.map(({ code }) => code);
	await register('ask', ANSWER);
	await register('tell', { USE_SUBSCRIPTION: 'N' });
	const id = await begin({ code: 'ask' }, { code: 'tell' });
	const { state, currentStep, eventToken } = portal.process(id);
	expect([state, currentStep, codesPosted()]).toEqual(['running', 'ask', ['ask']]);

	await log(eventToken, 'working');
	expect((await send(eventToken, { Answer: 42 })).data.result).toBe(true);
	await until(() => codesPosted().length === 2);
	expect(codesPosted()).toEqual(['ask', 'tell']);
	expect(portal.process(id)).toMatchObject({
		...{ state: 'finished', currentStep: null },
		returned: [{ code: 'ask', values: { Answer: 42 }, timedOut: false }],
		posts: [{ code: 'ask', status: 200 }, { code: 'tell' }],
		steps: [{ state: 'done' }, { state: 'done' }],
	});
	expect(portal.log(id)).toEqual(['working', 'Received application response']);
	for (const late of [await log(eventToken, 'late'), await send(eventToken)]) {
		expect(late).toMatchObject({ status: 400, data: { error: '404' } });
	}
});

it('accepts in silence what comes for a step that was left behind', async () => {
	const { portal, register, begin, send, log } = stage;
	await register('ask', ANSWER);
	const id = await begin({}, {});
	const { eventToken } = portal.process(id);
	await send(eventToken, { Answer: 'first' });
	for (const late of [await log(eventToken, 'late'), await send(eventToken, { Answer: 'second' })]) {
		expect(late.data.result).toBe(true);
	}
	expect(portal.process(id)).toMatchObject({
		...{ state: 'running', returned: [{ values: { Answer: 'first' } }] },
		steps: [{ state: 'done' }, { state: 'waiting' }],
	});
	expect(portal.log(id)).toEqual(['Received application response']);
	const eventIdOf = (token: string) => token.split(/[|.]/).at(-2);
	expect(eventIdOf(portal.process(id).eventToken)).not.toBe(eventIdOf(eventToken));
});

it('does not stop at a step that does not wait, whose token is then of no use', async () => {
	const { portal, handler, register, begin, send } = stage;
	await register('tell', { USE_SUBSCRIPTION: 'N' });
	await register('ask');
	const id = await begin({ code: 'tell' }, { code: 'tell' }, { code: 'ask' });
	expect(portal.process(id)).toMatchObject({ currentStep: 'ask', returned: [] });
	const told = handler.received.find(({ code }) => code === 'tell')!;
	expect((await send(told.event_token)).data.result).toBe(true);
	expect(portal.process(id).currentStep).toBe('ask');
});

it('goes on when the time of a step is up', async () => {
	const { portal, handler, register, begin, send } = stage;
	await register('ask', ANSWER);
	const id = await begin({ timeoutSeconds: 0.02 }, {});
	await until(() => portal.process(id).posts.length === 2);
	expect(portal.process(id)).toMatchObject({
		state: 'running',
		returned: [{ code: 'ask', values: { IsTimeout: 1 }, timedOut: true }],
	});
	const late = await send(handler.received[0].event_token, { Answer: 'too late' });
	expect(late.data.result).toBe(true);
	expect(portal.process(id).returned).toHaveLength(1);
});

it('leaves the time of a step that was answered without effect', async () => {
	const { portal, register, begin, send } = stage;
	await register('ask', ANSWER);
	const answered = await begin({ timeoutSeconds: 1 }, {});
	await send(portal.process(answered).eventToken);
	const ignored = await begin({ timeoutSeconds: 1 });
	await until(() => portal.process(ignored).state === 'finished');
	expect(portal.process(answered)).toMatchObject({ state: 'running', returned: [{ timedOut: false }] });
});

it('runs on the document of the start, of the template, or on a deal', async () => {
	const { portal, handler, register } = stage;
	await register('ask');
	const steps = [{ kind: 'robot' as const, code: 'ask' }];
	const { templateId } = portal.publishTemplate({ steps, document: ['crm', 'CCrmDocumentLead', 'LEAD_1'] });
	await portal.startProcess({ templateId });
	await portal.startProcess({ templateId, document: ['crm', 'CCrmDocumentLead', 'LEAD_2'] });
	await portal.startProcess(portal.publishTemplate({ steps }));
	expect(handler.received.map(({ document_id: id }) => id[2])).toEqual(['LEAD_1', 'LEAD_2', 'DEAL_15']);
});

it('says which template or process is not known', async () => {
	const { portal } = stage;
	await expect(portal.startProcess({ templateId: 7 })).rejects.toThrow('No template 7');
	const { workflowId } = portal.startWorkflow();
	expect(() => portal.process(workflowId)).toThrow('was not started from a template');
});
