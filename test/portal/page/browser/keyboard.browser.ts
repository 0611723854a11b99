import { CREDIT, openStage, processOf, type Stage } from './stage';

let stage: Stage;
beforeEach(async () => {
	stage = await openStage();
});
afterEach(async () => await stage.close());

const MOST_KEYS = 80;

/** What a screen reader would call the element with the focus, and whether an eye can see that it has it. */
const focused = async () =>
	await stage.page.evaluate(() => {
		const element = document.activeElement as HTMLElement & { labels?: NodeListOf<HTMLElement> };
		const { outlineStyle, outlineWidth } = getComputedStyle(element);
		const name = element.labels?.[0]?.textContent ?? element.textContent ?? '';
		return {
			name: name.replace(/\s+/g, ' ').trim(),
			isSeen: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2,
		};
	});

/** Goes on with Tab until the element of that name has the focus, and expects to see it there. */
const reach = async (name: string) => {
	for (let keys = 0; keys < MOST_KEYS; keys++) {
		await stage.page.keyboard.press('Tab');
		const now = await focused();
		if (now.name !== name) continue;
		expect(now).toEqual({ name, isSeen: true });
		return;
	}
	throw new Error(`Tab does not come to ${name}`);
};
const press = async (...keys: string[]) => {
	for (const key of keys) await stage.page.keyboard.press(key);
};

it('does all of the quick start’s portal half with the keyboard alone', async () => {
	const { page, portal, handler, register, log, clipboard } = stage;
	await register('n8n_credit', CREDIT);
	await page.getByRole('heading', { name: CREDIT.NAME }).waitFor();

	await reach('Busy (423)');
	await press('Enter');
	await page.getByRole('button', { name: 'Busy (423)', pressed: true }).waitFor();
	expect((await focused()).name).toBe('Busy (423)');
	await press('Shift+Tab', 'Shift+Tab', 'Space');
	await page.getByRole('button', { name: 'Normal', pressed: true }).waitFor();

	await reach('Your handler path');
	await page.keyboard.type(handler.url);
	await press('Enter');
	await page.getByRole('status').getByText('Saved.').waitFor();
	expect(portal.oauth.redirectUrl).toBe(handler.url);

	await reach('Copy Client Secret');
	await press('Enter');
	await page.getByRole('status').getByText('Copied: Client Secret.').waitFor();
	expect(await clipboard()).toBe(portal.oauth.application.clientSecret);
	expect((await focused()).name).toBe('Copy Client Secret');

	await reach('Amount required');
	await page.keyboard.type('7');
	await reach('Urgency');
	await press('ArrowDown');
	await reach('Run a process with this step');
	await press('Enter');
	const process = processOf(page, CREDIT.NAME);
	await process.getByText('n8n has taken it').waitFor();
	expect(handler.received[0].properties).toEqual({ amount: '7', urgency: 'high' });
	expect((await focused()).name).toBe('Run a process with this step');

	await log(portal.workflows()[0].eventToken, 'a line');
	await process.getByRole('log').getByText('a line').waitFor();
	await reach('Copy Event token');
	await press('Enter');
	await page.getByRole('status').getByText('Copied: Event token.').waitFor();
	expect(await clipboard()).toBe(portal.workflows()[0].eventToken);

	await press('Shift+Tab', 'Shift+Tab');
	expect((await focused()).name).toBe(`End ${CREDIT.NAME}`);
	await press('Enter');
	await process.getByText('Ended by hand').waitFor();
	// Its button is gone, so its card has the focus, and Tab goes on from there.
	await process.and(page.locator(':focus')).waitFor();
});

it('has a short way to the steps and the processes', async () => {
	const { page } = stage;
	await press('Tab');
	expect((await focused()).name).toBe('To the steps');
	await press('Tab', 'Enter', 'Tab');
	expect((await focused()).name).toBe('Start one that only waits');
	await press('Enter');
	await processOf(page, 'A process that waits').waitFor();
});
