import { CREDIT, mark, openStage, processOf, type Stage } from './stage';

let stage: Stage;
beforeEach(async () => {
	stage = await openStage();
});
afterEach(async () => {
	expect(stage.errors).toEqual([]);
	await stage.close();
});

it('has everything to copy that n8n’s credentials ask for', async () => {
	const { page, portal, clipboard } = stage;
	const { clientId, clientSecret } = portal.oauth.application;
	for (const [field, value] of [
		['Portal URL', portal.url],
		['Client ID', clientId],
		['Client Secret', clientSecret],
		['Authorization Server', portal.oauth.url],
		['Webhook URL', portal.webhookUrl],
	]) {
		await page.getByRole('button', { name: `Copy ${field}` }).click();
		await page.getByRole('status').getByText(`Copied: ${field}.`).waitFor();
		expect(await clipboard()).toBe(value);
	}
});

it('takes n8n’s address, and sends people there who allow the access', async () => {
	const { page, portal, handler } = stage;
	const { clientId } = portal.oauth.application;
	const authorize = `${portal.url}/oauth/authorize/?client_id=${clientId}&state=x`;
	await page.goto(authorize);
	await page.getByText('The settings of the application name no address.').waitFor();
	await page.goto(portal.url);
	await page.getByLabel('Your handler path').fill(handler.url);
	await page.getByRole('button', { name: 'Save your handler path' }).click();
	await page.getByRole('status').getByText('Saved.').waitFor();
	await page.goto(authorize);
	await page.getByRole('button', { name: 'Allow' }).click();
	await page.waitForURL(`${handler.url}?code=*`);
});

it('runs a process with a step that n8n has just put there, and shows its log and results as they come', async () => {
	const { page, portal, handler, register, log, send, clipboard } = stage;
	const isStillThere = await mark(page);
	await page.getByText('None yet.').waitFor();
	await register('n8n_credit', CREDIT);
	const step = page.getByRole('form', { name: CREDIT.NAME });
	await step.getByLabel('Amount').fill('1200.5');
	await step.getByLabel('Urgency').selectOption('High');
	await step.getByRole('button', { name: 'Run a process with this step' }).click();

	const process = processOf(page, CREDIT.NAME);
	await process.getByText('waits for a result · n8n has taken it').waitFor();
	expect(handler.received[0].properties).toEqual({ amount: '1200.5', urgency: 'high' });

	await process.getByRole('button', { name: 'Copy Event token' }).click();
	await page.getByRole('status').getByText('Copied: Event token.').waitFor();
	const eventToken = await clipboard();
	expect(eventToken).toBe(portal.workflows()[0].eventToken);

	await log(eventToken, 'n8n asks the bank');
	await process.getByRole('log').getByText('n8n asks the bank').waitFor();
	await send(eventToken, { limit: '1000' });
	await process.getByText('Finished').waitFor();
	expect(await process.getByLabel('Received').innerText()).toMatch(/Credit limit\s*1000/);
	expect(await isStillThere()).toBe(true);
});

it('lets nobody run a step without what is required', async () => {
	const { page, portal, register } = stage;
	await register('n8n_credit', CREDIT);
	await page.getByRole('button', { name: 'Run a process with this step' }).click();
	expect(await page.getByLabel('Amount').evaluate((input) => input.matches(':invalid:focus'))).toBe(true);
	expect(portal.workflows()).toEqual([]);
});

it('runs a template, and ends its process', async () => {
	const { page, portal, register } = stage;
	await register('ask', { NAME: 'Ask' });
	portal.publishTemplate({ name: 'Approve', steps: [{ kind: 'robot', code: 'ask' }] });
	await page.getByRole('button', { name: 'Run Approve' }).click();
	const process = processOf(page, 'Approve');
	await process.getByRole('button', { name: 'End Approve' }).click();
	await process.getByText('Ended by hand').waitFor();
	expect(await process.getByRole('button').count()).toBe(0);
	expect(portal.workflows()).toMatchObject([{ state: 'finished' }]);
});

it('switches the portal’s mood there and back, and says what it does', async () => {
	const { page, portal, log } = stage;
	const { eventToken } = portal.startWorkflow();
	for (const [name, answer] of [
		['Busy (423)', { status: 400, data: { error: '423' } }],
		['Limits used up', { status: 429 }],
		['Logging off', { status: 200, data: { result: true } }],
	] as const) {
		await page.getByRole('button', { name }).click();
		await page.getByRole('button', { name, pressed: true }).waitFor();
		expect(await log(eventToken, 'not kept')).toMatchObject(answer);
	}
	await page.getByRole('button', { name: 'Answers lost' }).click();
	await page.getByText('the connection breaks before n8n hears of it').waitFor();
	await expect(log(eventToken, 'kept')).rejects.toThrow();
	await page.getByRole('log').getByText('kept', { exact: true }).waitFor();
	await page.getByRole('button', { name: 'Normal' }).click();
	await page.getByRole('button', { name: 'Normal', pressed: true }).waitFor();
	expect((await log(eventToken, 'again')).data.result).toBe(true);
	expect(portal.workflows()[0].lines.map(({ text }) => text)).toEqual(['kept', 'again']);
});
