import type { Locator, Page } from 'playwright-core';
import { Fields } from './fields';
import type { Person } from './person';

/** The form of one credential, which opens over the panel of a node. */
export class CredentialForm extends Fields {
	constructor(person: Person) {
		super(person, person.page.getByTestId('editCredential-modal'));
	}

	/** What n8n says above the fields, such as that the portal refuses, or that one has to connect. */
	get banner(): Locator {
		return this.scope.locator('[data-test-id$="banner"], .el-alert, [role=alert]');
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

	async save(): Promise<void> {
		await this.person.click(this.scope.getByTestId('credential-save-button'));
	}

	async close(): Promise<void> {
		await this.person.click(this.scope.getByRole('button', { name: 'Close this dialog' }));
	}

	/** n8n closes the form by itself once it is connected. */
	async closes(): Promise<void> {
		await this.scope.waitFor({ state: 'detached' });
	}
}
