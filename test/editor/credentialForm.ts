import type { Locator, Page } from 'playwright-core';
import { Fields } from './fields';
import type { Person } from './person';

/** How long n8n takes to show what it was answered. */
const SHOWN_MS = 500;

/** The form of one credential, which opens over the panel of a node. */
export class CredentialForm extends Fields {
	constructor(person: Person) {
		super(person, person.page.getByTestId('editCredential-modal'));
	}

	/** The fields, and above them what n8n says about the credential; without the head of the form. */
	get form(): Locator {
		return this.scope.getByTestId('node-credentials-config-container');
	}

	/** Copies the address by which Bitrix24 sends people back to n8n. */
	async copyRedirectUrl(): Promise<void> {
		const { page } = this.person;
		await page.bringToFront();
		await this.person.click(this.form.getByTestId('copy-input'));
		await page.getByRole('alert').filter({ hasText: 'Redirect URL copied' }).waitFor();
	}

	get connectButton(): Locator {
		return this.scope.getByRole('button', { name: 'Connect', exact: true });
	}

	/** Presses Connect and does in the window that opens what is to be done there; n8n then closes both. */
	async connect(allow: (window: Person) => Promise<void>): Promise<void> {
		const window = this.person.page.waitForEvent('popup');
		await this.person.click(this.connectButton);
		const opened: Page = await this.person.wait(window);
		const closed = opened.waitForEvent('close');
		await allow(this.person.at(opened));
		await this.person.wait(closed);
	}

	/** The same where access is not given. Returns what the window says in the end, and closes it. */
	async failToConnect(tryTo: (window: Person) => Promise<void>): Promise<string> {
		const window = this.person.page.waitForEvent('popup');
		await this.person.click(this.connectButton);
		const opened = await window;
		await opened.waitForURL((url) => url.href !== 'about:blank');
		await tryTo(this.person.at(opened));
		const words = await opened.locator('body').innerText();
		await opened.close();
		return words.replace(/\s+/g, ' ');
	}

	get saveButton(): Locator {
		return this.scope.getByRole('button', { name: 'Save', exact: true });
	}

	async save(): Promise<void> {
		await this.person.click(this.saveButton);
	}

	/** Saves settings that do not work. Returns the reason, which n8n shows when one asks for it. */
	async failToSave(): Promise<string> {
		// The words of the last time stay until there are new ones.
		const tested = this.person.page.waitForResponse(/credentials\/test/);
		await this.save();
		await this.person.wait(tested);
		await this.form.getByText('Couldn’t connect with these settings').waitFor();
		await this.person.page.waitForTimeout(SHOWN_MS);
		const more = this.form.getByText('More details');
		if (await more.isVisible()) await this.person.click(more);
		const lines = (await this.form.innerText()).split('\n');
		return lines[lines.indexOf('Retry') + 1];
	}

	/** Closes the form though it is not connected, which n8n asks about. Returns its question. */
	async closeUnconnected(): Promise<string> {
		await this.person.click(this.scope.getByRole('button', { name: 'Close this dialog' }));
		const question = this.person.page.getByRole('dialog', { name: 'Close without connecting?' });
		const words = await question.innerText();
		await this.person.click(question.getByRole('button', { name: 'Close', exact: true }));
		await this.closes();
		return words.replace(/\s+/g, ' ');
	}

	/** n8n closes the form by itself once it is connected. */
	async closes(): Promise<void> {
		await this.scope.waitFor({ state: 'detached' });
	}
}
