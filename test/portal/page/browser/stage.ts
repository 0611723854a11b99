import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { openStage as openPortal } from '../../processes/stage';
import { launchBrowser } from '../../../browser/launch';

/** What n8n would register for a step with something to fill in and something to give back. */
export const CREDIT = {
	NAME: 'Check the credit',
	PROPERTIES: {
		amount: { NAME: 'Amount', TYPE: 'double', REQUIRED: 'Y' },
		urgency: { NAME: 'Urgency', TYPE: 'select', OPTIONS: { low: 'Low', high: 'High' }, DEFAULT: 'low' },
	},
	RETURN_PROPERTIES: { limit: { NAME: 'Credit limit' } },
};

/** A portal, a handler that plays n8n, and a person at the portal's page. */
export async function openStage(options: BrowserContextOptions = {}) {
	const [browser, portal] = [await sharedBrowser(), await openPortal()];
	const context = await browser.newContext({
		...{ viewport: { width: 1280, height: 800 }, permissions: ['clipboard-read', 'clipboard-write'] },
		...options,
	});
	const page = await context.newPage();
	const errors: string[] = [];
	page.on('pageerror', (error) => errors.push(error.message));
	page.on('dialog', (dialog) => errors.push(`a dialog: ${dialog.message()}`));
	await page.goto(portal.portal.url);
	return {
		...portal,
		page,
		/** What went wrong on the page itself. */
		errors,
		clipboard: async () => await page.evaluate(async () => await navigator.clipboard.readText()),
		close: async () => {
			await context.close();
			await portal.close();
		},
	};
}

export type Stage = Awaited<ReturnType<typeof openStage>>;

let opened: Promise<Browser> | undefined;
const sharedBrowser = async () => await (opened ??= launchBrowser());
afterAll(async () => await (await opened)?.close());

/** Notes that this very page is still there: a page that was loaded again has forgotten it. */
export async function mark(page: Page): Promise<() => Promise<boolean>> {
	await page.evaluate(() => Object.assign(window, { isStillThere: true }));
	return async () => await page.evaluate(() => 'isStillThere' in window);
}

/** The card of a process, the newest first. */
export const processOf = (page: Page, name: string) =>
	page.getByRole('listitem', { name, exact: true }).first();
