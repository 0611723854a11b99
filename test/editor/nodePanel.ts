import type { Locator } from 'playwright-core';
import { CredentialForm } from './credentialForm';
import { Fields } from './fields';
import { labelled } from './labels';
import { OutputPanel } from './outputPanel';
import type { Person } from './person';

/** Until a form has come, clicks do not reach it, and the browser scrolls in search of a place where they do. */
const FADES_IN_MS = 500;

/** The panel of one node, which opens over the canvas. */
export class NodePanel extends Fields {
	constructor(person: Person) {
		super(person, person.page.getByTestId('ndv'));
	}

	/** Presses a button by its words, such as Add Field. Of several, the one below the label `under`. */
	async add(button: string, under?: string): Promise<void> {
		const scope = under ? this.collection(under) : this.scope;
		await this.person.click(scope.getByRole('button', { name: button, exact: true }).last());
	}

	/** Without a credential of its kind in n8n, the node offers to make one. */
	async newCredential(service: string): Promise<CredentialForm> {
		await this.person.click(this.scope.getByRole('button', { name: `Connect to ${service}` }));
		const form = new CredentialForm(this.person);
		await form.form.waitFor();
		await this.person.page.waitForTimeout(FADES_IN_MS);
		return form;
	}

	/** The credential that n8n has chosen for this node; empty when it has none. */
	async credential(): Promise<string> {
		const chosen = this.scope.getByTestId('node-credentials-select').getByRole('combobox');
		return (await chosen.count()) ? await chosen.inputValue() : '';
	}

	/** Adds an option by its label, from the list behind a button such as Add option. */
	async addOption(label: string, button = 'Add option'): Promise<void> {
		await this.person.click(this.scope.getByPlaceholder(button));
		const offered = this.person.page.getByRole('option', { name: label, exact: true });
		await this.person.click(offered);
		// The list fades away, and until then lies over the fields below.
		await offered.waitFor({ state: 'hidden' });
	}

	async execute(): Promise<void> {
		await this.person.click(this.scope.getByTestId('node-execute-button'));
	}

	/** What stands to the left of a trigger: how to try it, or that n8n listens. */
	async triggerPanel(): Promise<string[]> {
		const ready = this.scope.getByTestId('trigger-header').locator('xpath=../..');
		const panel = ready.or(this.scope.getByTestId('trigger-listening'));
		return (await panel.innerText()).split(/\n+/).map((line) => line.replace(/\s+/g, ' ').trim());
	}

	get output(): OutputPanel {
		return new OutputPanel(this.person, this.scope.getByTestId('output-panel'));
	}

	/** The form itself, without what stands to its left and right. */
	get form(): Locator {
		return this.scope.getByTestId('node-parameters');
	}

	async close(): Promise<void> {
		await this.person.click(this.scope.getByTestId('ndv-close-button'));
		// It fades away, and until then lies over the canvas.
		await this.person.page.getByTestId('ndv-backdrop').waitFor({ state: 'detached' });
	}

	private collection(label: string): Locator {
		return this.scope.locator('.multi-parameter').filter({ has: labelled(this.person.page, label) });
	}
}
