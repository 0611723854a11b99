import { get } from '../http/client';
import { type Portal, startPortal } from '../portal';
import { asApplication } from '../rest/asApplication';

let portal: Portal;
beforeEach(async () => {
	portal = await startPortal();
});
afterEach(async () => await portal.stop());

const register = async (kind: string, CODE: string, fields: object = {}) => {
	const step = { CODE, HANDLER: `${portal.webhookUrl}profile`, NAME: `Name of ${CODE}`, ...fields };
	await asApplication(portal)(`bizproc.${kind}.add`, step);
};
const send = async (workflowId: string, RETURN_VALUES: object) => {
	const { eventToken: EVENT_TOKEN } = portal.process(workflowId);
	await asApplication(portal)('bizproc.event.send', { EVENT_TOKEN, RETURN_VALUES });
};
/** What a person reads: the text of the page, one space between words. */
const read = async () =>
	((await get(portal.url)).data as string)
		.replace(/<style>.*<\/style>/s, '')
		.replace(/<[^>]*>/g, ' ')
		.replace(/\s+/g, ' ');

it('has nothing to say of steps and templates while there are none', async () => {
	const text = await read();
	expect(text).not.toContain('Steps of the application');
	expect(text).not.toContain('Templates');
});

it('shows the registered steps with their fields, and the templates', async () => {
	const returned = { RETURN_PROPERTIES: { Answer: { NAME: 'Answer' } } };
	await register('robot', 'ask', { PROPERTIES: { text: { NAME: 'Text' } }, ...returned });
	await register('activity', 'draw');
	portal.publishTemplate({ name: 'Approve', steps: [{ kind: 'robot', code: 'ask' }] });
	const text = await read();
	expect(text).toContain('Name of ask automation rule · ask');
	expect(text).toContain('fields: text · returns: Answer');
	expect(text).toContain('Name of draw designer action · draw');
	expect(text).toContain('fields: none · returns: none');
	expect(text).toContain('Templates 1 Approve ask automation rule');
});

it('shows a process move from step to step, with what was returned', async () => {
	await register('robot', 'ask', { RETURN_PROPERTIES: { Answer: { NAME: 'A' }, All: { NAME: 'B' } } });
	await register('robot', 'next');
	const codes = ['ask', 'next', 'gone'];
	const steps = codes.map((code) => ({ kind: 'robot' as const, code }));
	const { workflowId } = await portal.startProcess(portal.publishTemplate({ steps }));
	expect(await read()).toContain(
		'▶ waiting ask automation rule · handler answered 200 · to come next automation rule · to come gone',
	);
	await send(workflowId, { Answer: 'yes', All: ['a', 'b'] });
	const text = await read();
	expect(text).toMatch(
		/✔ done ask automation rule · handler answered 200 Answer = yes All = \[&quot;a&quot;,/,
	);
	expect(text).toContain('▶ waiting next');
	await send(workflowId, {});
	expect(await read()).toMatch(/failed A process .* ✘ failed gone .* failed: Rest application not found\./);
});

it('tells a step whose time was up', async () => {
	await register('robot', 'ask');
	const steps = [{ kind: 'robot' as const, code: 'ask', timeoutSeconds: 0.01 }];
	const { workflowId } = await portal.startProcess(portal.publishTemplate({ steps }));
	while (portal.process(workflowId).state === 'running') await read();
	expect(await read()).toContain('✔ time was up ask automation rule · handler answered 200 IsTimeout = 1');
});

it('escapes whatever an application or a handler sends', async () => {
	const evil = '<script>alert(1)</script>';
	await register('robot', 'ask', { NAME: evil, RETURN_PROPERTIES: { Answer: { NAME: evil } } });
	const steps = [
		{ kind: 'robot' as const, code: 'ask' },
		{ kind: 'robot' as const, code: evil },
	];
	const { workflowId } = await portal.startProcess(portal.publishTemplate({ name: evil, steps }));
	await send(workflowId, { Answer: evil });
	expect((await get(portal.url)).data).not.toContain('<script');
});
