import { get } from '../http/client';
import { openStage, type Stage, until } from '../processes/stage';
import { read as readPage } from './reading';

let stage: Stage;
beforeEach(async () => {
	stage = await openStage();
});
afterEach(async () => await stage.close());

const read = async () => await readPage(stage.portal);
const robots = (...codes: string[]) => codes.map((code) => ({ kind: 'robot' as const, code }));

it('shows a process move from step to step by their names, with what was returned', async () => {
	const { portal, register, begin, send } = stage;
	const labelled = { RETURN_PROPERTIES: { limit: { NAME: 'Credit limit' }, all: { NAME: { en: 'All' } } } };
	await register('n8n_1', { NAME: 'Check the credit', ...labelled });
	await register('n8n_2', { NAME: 'Tell the customer' });
	const id = await begin({ code: 'n8n_1' }, { code: 'n8n_2' }, { code: 'gone' });
	expect(await read()).toContain(
		'… Check the credit waits for a result · n8n has taken it ○ Tell the customer still to come ○ gone still to come',
	);
	await send(portal.process(id).eventToken, { limit: 'high', all: ['a', 'b'] });
	await until(() => portal.process(id).posts[1]?.status === 200);
	const text = await read();
	expect(text).toContain(
		'✓ Check the credit done · n8n has taken it Credit limit high All [&quot;a&quot;,&quot;b&quot;] … Tell the customer waits',
	);
	expect(text).toContain('Waiting');
	await send(portal.process(id).eventToken);
	expect(await read()).toContain('✕ gone failed Failed: Rest application not found.');
});

it('still knows a step by its name when n8n has taken it away', async () => {
	const { call, register, begin } = stage;
	await register('n8n_test', { NAME: 'Ask the bank (test)' });
	await begin({ code: 'n8n_test' });
	await call('bizproc.robot.delete', { CODE: 'n8n_test' });
	expect(await read()).toContain('… Ask the bank (test) waits for a result');
});

it('tells a step whose time was up, and one at which somebody ended the process', async () => {
	const { portal, register, begin } = stage;
	await register('ask');
	const id = await begin({ timeoutSeconds: 0.01 });
	await until(() => portal.process(id).state === 'finished');
	expect(await read()).toContain('✓ ask time was up · n8n has taken it');
	portal.finishWorkflow(await begin({}));
	expect(await read()).toMatch(/Ended by hand.* ■ ask ended here/);
});

it.each([
	[403, 'n8n turned it away (403)'],
	[404, 'n8n does not listen to it (404): is the workflow published'],
	[500, 'n8n answered 500'],
])('says what it means that the handler answered %i', async (status, words) => {
	stage.handler.status = status;
	await stage.register('ask');
	await stage.begin({});
	expect(await read()).toContain(words);
});

it('lists the templates with their steps, each to be run', async () => {
	const { portal, register } = stage;
	await register('ask', { NAME: 'Ask' });
	portal.publishTemplate({ name: 'Approve', steps: robots('ask', 'ask') });
	expect(await read()).toContain('Templates Approve Ask Ask Run Approve');
});

it('shows what came for a process that is on no template', async () => {
	const { portal, send } = stage;
	await send(portal.startWorkflow({ name: 'Alone' }).eventToken, { Answer: 'yes' });
	expect(await read()).toMatch(/Alone .* Answer yes/);
});

it('escapes whatever an application or a handler sends', async () => {
	const { portal, register, send } = stage;
	const evil = '"><script>alert(1)</script>';
	const property = { NAME: evil, DESCRIPTION: evil, DEFAULT: evil };
	await register('ask', {
		...{ NAME: evil, DESCRIPTION: evil, RETURN_PROPERTIES: { Answer: { NAME: evil } } },
		PROPERTIES: {
			a: property,
			b: { ...property, TYPE: 'text' },
			c: { ...property, TYPE: 'select', OPTIONS: { [evil]: evil } },
			d: { ...property, TYPE: evil },
		},
	});
	const steps = robots('ask', evil);
	const { workflowId } = await portal.startProcess(portal.publishTemplate({ name: evil, steps }));
	await send(portal.process(workflowId).eventToken, { Answer: evil });
	const html = (await get(portal.url)).data as string;
	expect(html).toContain('&quot;&gt;&lt;script&gt;');
	expect(html).not.toContain('<script>');
});
