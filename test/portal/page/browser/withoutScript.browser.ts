import { CREDIT, openStage, processOf, type Stage } from './stage';

let stage: Stage;
beforeEach(async () => {
	stage = await openStage({ javaScriptEnabled: false });
});
afterEach(async () => await stage.close());

it('does without JavaScript what forms can do, and shows what is new when it is loaded again', async () => {
	const { page, portal, register, log } = stage;
	await register('n8n_credit', CREDIT);
	await page.getByRole('link', { name: 'Load it again' }).click();
	await page.getByLabel('Amount').fill('5');
	await page.getByRole('button', { name: 'Run a process with this step' }).click();
	await page.waitForURL(`${portal.url}/#processes`);
	const process = processOf(page, CREDIT.NAME);
	await process.waitFor();

	await log(portal.workflows()[0].eventToken, 'a line');
	await page.reload();
	await process.getByText('a line').waitFor();
	expect(await process.getByLabel('Event token').inputValue()).toBe(portal.workflows()[0].eventToken);
	expect(await page.getByText('Copy', { exact: true }).count()).toBe(0);

	await process.getByRole('button', { name: `End ${CREDIT.NAME}` }).click();
	await process.getByText('Ended by hand').waitFor();
	await page.getByRole('button', { name: 'Answers lost' }).click();
	await page.getByRole('button', { name: 'Answers lost', pressed: true }).waitFor();
});
