import type { Locator } from 'playwright-core';
import type { EditorStage } from '../stage';
import type { Person } from '../person';

/** The page of the portal that asks whether n8n may have access. */
export async function allowAccess(window: Person): Promise<void> {
	await window.click(window.page.getByRole('button', { name: 'Allow' }));
}

/** The same person at the portal's own page, which stands beside n8n from the first look at it. */
export async function atThePortal({ person, portal }: EditorStage): Promise<Person> {
	const windows = person.page.context();
	const open = windows.pages().find((page) => page.url() === `${portal.url}/`);
	if (open) {
		await open.bringToFront();
		return person.at(open);
	}
	const page = await windows.newPage();
	await page.goto(portal.url);
	return person.at(page);
}

/** Copies what stands in a field of the portal's page. */
export async function copyFromThePortal(stage: EditorStage, field: string): Promise<void> {
	const person = await atThePortal(stage);
	await person.click(person.page.getByRole('button', { name: `Copy ${field}` }));
	await person.page.getByRole('status').getByText(`Copied: ${field}.`).waitFor();
}

/** Waits for the line in the log of the newest process. Returns the card of that process. */
export async function seeInTheLog(stage: EditorStage, line: string): Promise<Locator> {
	const { page } = await atThePortal(stage);
	const log = page.getByRole('log').first();
	await stage.person.wait(log.getByText(line, { exact: true }).waitFor());
	return page
		.getByRole('listitem')
		.filter({ has: page.getByRole('log') })
		.first();
}
