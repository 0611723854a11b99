/* eslint-disable @n8n/community-nodes/no-restricted-globals */
import { selectors, type Browser } from 'playwright-core';
import { client, owner, type Session } from '../n8n/session';
import type { Portal } from '../portal/contract';
import { startPortal } from '../portal/portal';
import { Canvas } from './canvas';
import { emptied } from './emptied';
import { launchBrowser } from '../browser/launch';
import { Person } from './person';
import { sight } from './sight';
import { WINDOW } from './window';

/** A person who is signed in to an n8n that holds nothing, and a portal of their own. */
export interface EditorStage {
	n8n: string;
	session: Session;
	portal: Portal;
	person: Person;
	canvas: Canvas;
	close(): Promise<void>;
}

export async function openEditor(): Promise<EditorStage> {
	const { url, cookie } = JSON.parse(process.env.N8N_UNDER_TEST!);
	const session = client(url, cookie);
	const portal = await startPortal();
	let browser: Browser | undefined;
	const close = async () => {
		await browser?.close();
		await portal.stop();
	};
	const open = async (): Promise<EditorStage> => {
		await emptied(session);
		portal.oauth.setRedirectUrl(`${url}/rest/oauth2-credential/callback`);
		browser = await launchBrowser();
		selectors.setTestIdAttribute('data-test-id');
		// A context, not a page by itself, so that the person can open the portal's page beside n8n.
		const windows = await browser.newContext({ viewport: WINDOW, colorScheme: 'light' });
		await windows.grantPermissions(['clipboard-read', 'clipboard-write']);
		await windows.addInitScript(sight);
		const page = await windows.newPage();
		page.setDefaultTimeout(20_000);
		await page.goto(`${url}/signin`);
		await page.getByLabel('Email').fill(owner.email);
		await page.getByLabel('Password').fill(owner.password);
		await page.getByRole('button', { name: 'Sign in' }).click();
		await page.waitForURL('**/home/**');
		const person = new Person(page);
		return { n8n: url, session, portal, person, canvas: new Canvas(person), close };
	};
	// Whatever nobody closes would keep the tests from ending.
	return await open().catch(async (error: Error) => {
		await close();
		throw error;
	});
}

/** A new workflow, without the way to it. */
export async function newWorkflow({ n8n, person }: EditorStage): Promise<void> {
	await person.page.goto(`${n8n}/workflow/new`);
}
