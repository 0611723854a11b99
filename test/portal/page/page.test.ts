import { logCommand } from '../batch/logCommand';
import { get, post } from '../http/client';
import { type Portal, startPortal } from '../portal';

let portal: Portal;
beforeEach(async () => {
	portal = await startPortal();
});
afterEach(async () => await portal.stop());

const write = async (eventToken: string, LOG_MESSAGE: string) =>
	await post(`${portal.webhookUrl}bizproc.activity.log`, { EVENT_TOKEN: eventToken, LOG_MESSAGE });
const page = async () => (await get(portal.url)).data as string;

it('says so when there is nothing to see', async () => {
	expect(await page()).toContain('No workflow was started yet');
});

it('shows each workflow with document, state, accepted calls and lines', async () => {
	const started = portal.startWorkflow({ name: 'Invoice 7', document: ['crm', 'Deal', 'DEAL_7'] });
	await write(started.eventToken, 'first line');
	portal.closeStep(started.workflowId);
	await write(started.eventToken, 'dropped');
	const html = await page();
	for (const text of ['Invoice 7', 'DEAL_7', 'step closed', 'accepted calls: 2', 'lines: 1']) {
		expect(html).toContain(text);
	}
	expect(html).toContain('<bdi>first line</bdi>');
	expect(html).not.toContain('dropped');
	expect(html).toContain('http-equiv="refresh"');
});

it('escapes whatever a line, a name or a document holds', async () => {
	const evil = `<script>alert("1")</script>&'`;
	const { eventToken } = portal.startWorkflow({ name: evil, document: [evil, evil, evil] });
	await write(eventToken, evil);
	const html = await page();
	expect(html).not.toContain('<script');
	expect(html.split('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;&#39;')).toHaveLength(6);
});

it('keeps line breaks, and right-to-left text to itself', async () => {
	const { eventToken } = portal.startWorkflow();
	await write(eventToken, 'two\n  lines, שלום');
	const html = await page();
	expect(html).toContain('<bdi>two\n  lines, שלום</bdi>');
	expect(html).toContain('white-space:pre-wrap');
});

it('shows the newest workflows and lines, and counts the rest', async () => {
	portal.startWorkflow({ name: 'the oldest' });
	const { eventToken } = portal.startWorkflows({ count: 50, name: 'newer' })[49];
	const batch = { cmd: Array.from({ length: 50 }, () => logCommand(eventToken, 'x')) };
	for (let round = 0; round < 3; round++) await post(`${portal.webhookUrl}batch`, batch);
	const html = await page();
	expect(html).not.toContain('the oldest');
	expect(html).toContain('and 1 older workflows');
	expect(html).toContain('and 50 earlier lines');
});
