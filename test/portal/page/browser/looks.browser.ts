import { contrasts } from './contrasts';
import { CREDIT, openStage, processOf, type Stage } from './stage';

let stage: Stage;
beforeEach(async () => {
	stage = await openStage();
	const { page, portal, register, begin, send, log } = stage;
	const several = { NAME: 'Documents', MULTIPLE: 'Y', DESCRIPTION: 'What goes along' };
	await register('ask', { ...CREDIT, PROPERTIES: { ...CREDIT.PROPERTIES, several } });
	portal.publishTemplate({
		name: 'A long name of a template '.repeat(4),
		steps: [{ kind: 'robot', code: 'ask' }],
	});
	await send(portal.process(await begin({}, { code: 'gone' })).eventToken, { limit: '10' });
	portal.finishWorkflow(await begin({}));
	await log(portal.startWorkflow({ name: 'Last' }).eventToken, 'x'.repeat(400));
	await processOf(page, 'Last').getByText('xxx').waitFor();
});
afterEach(async () => await stage.close());

it.each([1280, 360])('needs no scrolling to the side at a width of %i', async (width) => {
	const { page } = stage;
	await page.setViewportSize({ width, height: 800 });
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
});

it.each(['light', 'dark'] as const)('can be read well: %s', async (colorScheme) => {
	const { page } = stage;
	await page.emulateMedia({ colorScheme });
	for (const mood of ['Normal', 'Logging off']) {
		await page.getByRole('button', { name: mood }).click();
		await page.getByRole('button', { name: mood, pressed: true }).waitFor();
		const found = await contrasts(page);
		expect(found.length).toBeGreaterThan(30);
		expect(found.filter(({ contrast }) => contrast < 4.5)).toEqual([]);
	}
});

it('is dark where people want it dark', async () => {
	const { page } = stage;
	const ground = async () => await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
	const light = await ground();
	await page.emulateMedia({ colorScheme: 'dark' });
	expect(await ground()).not.toBe(light);
});

it('has a name for everything that can be pressed or filled in', async () => {
	const nameless = await stage.page.evaluate(() =>
		Array.from(
			document.querySelectorAll<HTMLInputElement>('button, input:not([type=hidden]), select, textarea'),
		)
			.filter((one) => !(one.labels?.[0] ?? one).textContent?.trim())
			.map((one) => one.outerHTML),
	);
	expect(nameless).toEqual([]);
});
