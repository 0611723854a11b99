import { get, post } from '../http/client';
import { openStage, type Stage } from '../processes/stage';
import { read } from './reading';

let stage: Stage;
beforeEach(async () => {
	stage = await openStage();
});
afterEach(async () => await stage.close());

/** As a browser sends a form; `script` as the page's script does. */
const submit = async (action: string, fields: Record<string, string> = {}, script = false) =>
	await post(`${stage.portal.url}/page/${action}`, new URLSearchParams(fields).toString(), {
		headers: script ? { Accept: 'application/json' } : {},
	});

it('runs a step and leads back to the processes, without a script', async () => {
	await stage.register('ask', { NAME: 'Ask' });
	const { status, headers } = await submit('run-step', { code: 'ask' });
	expect([status, headers.location]).toEqual([303, '/#processes']);
	expect(stage.portal.workflows()).toMatchObject([{ name: 'Ask', state: 'waiting' }]);
	expect((await get(stage.portal.url)).data).toContain('id="processes"');
});

it('does not wait for a handler that takes long', async () => {
	await stage.call('bizproc.robot.add', {
		CODE: 'slow',
		NAME: 'Slow',
		HANDLER: `${stage.portal.webhookUrl}scope`,
	});
	stage.portal.fault({ kind: 'silence', method: 'scope' });
	expect((await submit('run-step', { code: 'slow' })).status).toBe(303);
	expect(await read(stage.portal)).toContain('waits for a result · no answer from n8n yet');
});

it('runs a template', async () => {
	await stage.register('ask');
	const steps = [{ kind: 'robot' as const, code: 'ask' }];
	const { templateId } = stage.portal.publishTemplate({ name: 'Approve', steps });
	expect((await submit('run-template', { template: String(templateId) }, true)).data).toEqual({
		...{ said: 'Started: Approve.', shows: 'processes' },
	});
	expect(stage.portal.workflows()).toMatchObject([{ name: 'Approve' }]);
});

it('starts a process that only waits, and ends one', async () => {
	await submit('start-waiting');
	const [{ workflowId, eventToken }] = stage.portal.workflows();
	expect((await stage.log(eventToken, 'line')).data.result).toBe(true);
	expect((await submit('end', { process: workflowId })).headers.location).toBe(`/#process-${workflowId}`);
	expect(stage.portal.workflows()).toMatchObject([{ state: 'finished', lines: [{ text: 'line' }] }]);
});

it('changes the mood, and shows which it is and what it does', async () => {
	const { data } = await submit('mood', { mood: 'busy' }, true);
	expect(data.said).toBe('Mood of the portal: Busy (423).');
	expect(stage.portal.mood).toBe('busy');
	const html = (await get(stage.portal.url)).data as string;
	expect(html.match(/value="(\w+)" aria-pressed="true"/)![1]).toBe('busy');
	expect(await read(stage.portal)).toContain('as if something else were at work in each process');
});

it('keeps the handler path that n8n’s credential names', async () => {
	const url = 'http://127.0.0.1:5678/rest/oauth2-credential/callback';
	await submit('handler-path', { url: ` ${url} ` });
	expect(stage.portal.oauth.redirectUrl).toBe(url);
	expect((await get(stage.portal.url)).data).toContain(`value="${url}"`);
});

it.each([
	['run-step', { code: 'nobody' }, 'This step is no longer in the portal.'],
	['run-template', { template: '9' }, 'This template is no longer in the portal.'],
	['end', { process: '<b>' }, 'No workflow &lt;b&gt; was started here'],
	['mood', { mood: 'constructor' }, 'The portal knows no mood constructor'],
	['handler-path', { url: 'javascript:alert(1)' }, 'begins with http:// or https://.'],
	['handler-path', { url: 'http://' }, 'begins with http:// or https://.'],
])('says what is wrong with %s %j', async (action, fields, words) => {
	const { status, data } = await submit(action, fields as Record<string, string>);
	expect(status).toBe(400);
	expect(data).toContain(words);
	expect(data).toContain('Back to the portal');
	const script = await submit(action, fields as Record<string, string>, true);
	expect([script.status, Object.keys(script.data)]).toEqual([400, ['said']]);
});

it('knows no other forms', async () => {
	expect((await submit('constructor')).status).toBe(404);
});
