import { logCommand } from '../batch/logCommand';
import { get, post } from '../http/client';
import { type Portal, startPortal } from '../portal';
import { read } from './reading';

let portal: Portal;
beforeEach(async () => {
	portal = await startPortal();
});
afterEach(async () => await portal.stop());

const write = async (eventToken: string, LOG_MESSAGE: string) =>
	await post(`${portal.webhookUrl}bizproc.activity.log`, { EVENT_TOKEN: eventToken, LOG_MESSAGE });
const page = async () => (await get(portal.url)).data as string;

it('says what to do first when there is nothing to see', async () => {
	const text = await read(portal);
	expect(text).toContain('None yet. Publish a workflow that begins with a Bitrix24 Bizproc Trigger');
	expect(text).toContain('None was started yet.');
	expect(text).not.toContain('Templates');
});

it('has all that n8n needs, under the names of n8n’s fields', async () => {
	const html = await page();
	const { clientId, clientSecret } = portal.oauth.application;
	for (const [label, value] of [
		['Portal URL', portal.url],
		['Client ID', clientId],
		['Client Secret', clientSecret],
		['Authorization Server', portal.oauth.url],
		['Webhook URL', portal.webhookUrl],
	]) {
		const [, id] = new RegExp(`<label for="([\\w-]+)">${label}</label>`).exec(html)!;
		expect(html).toMatch(new RegExp(`<input id="${id}" [^>]*value="${value}" readonly`));
		expect(html).toContain(`data-copies="${id}"`);
	}
});

it('shows each process with document, state, accepted calls and lines', async () => {
	const started = portal.startWorkflow({ name: 'Invoice 7', document: ['crm', 'Deal', 'DEAL_7'] });
	await write(started.eventToken, 'first line');
	portal.closeStep(started.workflowId);
	await write(started.eventToken, 'dropped');
	const text = await read(portal);
	for (const part of ['Invoice 7', 'Deal 7', 'Step closed', 'calls accepted: 2 · lines: 1', 'first line']) {
		expect(text).toContain(part);
	}
	expect(text).not.toContain('dropped');
});

it('tells accepted calls that left no line from no calls at all', async () => {
	const { eventToken } = portal.startWorkflow();
	expect(await read(portal)).toContain('Nothing was written yet.');
	portal.setMood('loggingOff');
	await write(eventToken, 'dropped');
	expect(await read(portal)).toContain('Calls were accepted, and none left a line.');
});

it('has the event token of a process that waits, and of no other', async () => {
	const { workflowId, eventToken } = portal.startWorkflow();
	expect(await page()).toContain(`value="${eventToken}" readonly`);
	portal.finishWorkflow(workflowId);
	expect(await page()).not.toContain(eventToken);
});

it('escapes whatever a line, a name or a document holds', async () => {
	const evil = `<script>alert("1")</script>&'`;
	const { eventToken } = portal.startWorkflow({ name: evil, document: [evil, evil, evil] });
	await write(eventToken, evil);
	const html = await page();
	expect(html).not.toContain('<script>');
	expect(html).toContain('<bdi>&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;&#39;</bdi>');
	expect(html).not.toContain(`"1"`);
});

it('lets no foreign script run, whatever slips through', async () => {
	const { headers } = await get(portal.url);
	expect(headers['content-security-policy']).toMatch(/default-src 'none';.* script-src 'self';/);
});

it('keeps line breaks, and right-to-left text to itself', async () => {
	const { eventToken } = portal.startWorkflow();
	await write(eventToken, 'two\n  lines, שלום');
	expect(await page()).toContain('<span class="text"><bdi>two\n  lines, שלום</bdi>');
	expect((await get(`${portal.url}/page/portal.css`)).data).toMatch(
		/\.log \.text \{\s*white-space: pre-wrap;/,
	);
});

it('shows the newest processes and lines, and counts the rest', async () => {
	portal.startWorkflow({ name: 'the oldest' });
	const { eventToken } = portal.startWorkflows({ count: 50, name: 'newer' })[49];
	const batch = { cmd: Array.from({ length: 50 }, () => logCommand(eventToken, 'x')) };
	for (let round = 0; round < 3; round++) await post(`${portal.webhookUrl}batch`, batch);
	const text = await read(portal);
	expect(text).not.toContain('the oldest');
	expect(text).toContain('and 1 older one');
	expect(text).toContain('and 50 earlier lines');
});

it.each(['portal.css', 'portal.js', 'renew.js', 'copy.js', 'portal.svg'])('brings %s along', async (name) => {
	expect((await get(`${portal.url}/page/${name}`)).status).toBe(200);
});

it.each(['', 'nothing', '../page.ts', '..%2Fpage.ts', 'constructor'])('has no file %j', async (name) => {
	expect((await get(`${portal.url}/page/${name}`)).status).toBe(404);
});
