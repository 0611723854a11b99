import { CREDIT, openStage, processOf, type Stage } from './stage';

let stage: Stage;
beforeEach(async () => {
	stage = await openStage();
});
afterEach(async () => await stage.close());

it('leaves alone what a person types, has opened or selected, while everything around it changes', async () => {
	const { page, portal, register, call, log } = stage;
	await register('n8n_first', { NAME: 'A step above' });
	await register('n8n_credit', CREDIT);
	await page.getByRole('heading', { name: 'A step above' }).waitFor();
	const step = page.getByRole('form', { name: CREDIT.NAME });
	await step.getByLabel('Urgency').selectOption('High');
	await page.getByText('What n8n has registered').nth(1).click();
	await step.getByLabel('Amount').pressSequentially('12');

	await call('bizproc.robot.delete', { CODE: 'n8n_first' });
	await page.getByRole('heading', { name: 'A step above' }).waitFor({ state: 'detached' });
	const { eventToken } = portal.startWorkflow({ name: 'New' });
	await log(eventToken, 'line');
	await processOf(page, 'New').getByText('line', { exact: true }).waitFor();

	await page.keyboard.type('00');
	expect(await step.getByLabel('Amount').inputValue()).toBe('1200');
	expect(await step.getByLabel('Urgency').inputValue()).toBe('high');
	await page.getByText('Return values').waitFor();
});

it('adds lines to a log and leaves the earlier ones, so that only new ones are read out', async () => {
	const { page, portal, log } = stage;
	const { eventToken } = portal.startWorkflow();
	await log(eventToken, 'one');
	const lines = page.getByRole('log').getByRole('listitem');
	const first = await lines.first().elementHandle();
	for (let count = 2; count <= 102; count++) await log(eventToken, `line ${count}`);
	await page.getByText('line 102', { exact: true }).waitFor();
	expect(await lines.count()).toBe(100);
	// The oldest have made room: nothing else was taken away.
	expect(await first!.evaluate((line) => line.isConnected)).toBe(false);
	const last = await lines.last().elementHandle();
	await log(eventToken, 'line 103');
	await page.getByText('line 103', { exact: true }).waitFor();
	expect(await last!.evaluate((line) => line.isConnected && line.textContent)).toContain('line 102');
});

it('shows what another page has changed', async () => {
	const { page, portal } = stage;
	portal.setMood('loggingOff');
	await page.getByRole('button', { name: 'Logging off', pressed: true }).waitFor();
});

it('says that the portal has stopped, and that it is back', async () => {
	const { page, portal } = stage;
	await portal.goOffline();
	await page.getByText('The portal does not answer. Was it stopped?').waitFor();
	await portal.comeBack();
	await page.getByText('The portal is back.').waitFor();
});

it('shows markup in names and lines as the text it is', async () => {
	const { page, portal, register, log, errors } = stage;
	const evil = `<script>alert(1)</script><img src=x onerror="alert(2)">`;
	await register('ask', { NAME: evil });
	await log(portal.startWorkflow({ name: evil }).eventToken, evil);
	await page.getByRole('log').getByText(evil, { exact: true }).waitFor();
	await page.getByRole('heading', { name: evil }).nth(1).waitFor();
	expect(errors).toEqual([]);
});
