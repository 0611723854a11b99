import type { Locator } from 'playwright-core';
import { boxOf, fieldOf } from './labels';
import type { Person } from './person';

/** The fields of a form, by the labels that people read. */
export class Fields {
	constructor(
		protected readonly person: Person,
		readonly scope: Locator,
	) {}

	/** Types into a field. Of several fields of the same label, such as in two rows of a list, into the last one. */
	async type(label: string, text: string): Promise<void> {
		await this.person.type(boxOf(this.field(label)), text);
	}

	async empty(label: string): Promise<void> {
		await this.person.empty(boxOf(this.field(label)));
	}

	/** Pastes into a field what was copied last, or the text. */
	async paste(label: string, text?: string): Promise<void> {
		await this.person.paste(boxOf(this.field(label)), text);
	}

	/**
	 * Switches the field to Expression and pastes one.
	 * @param result what n8n shows below the field; before it does, it has not taken the expression over
	 */
	async express(label: string, expression: string, result = expression): Promise<void> {
		const field = this.field(label);
		// The switch appears when the mouse is over the field.
		await field.hover();
		await this.person.click(field.getByRole('radio', { name: 'Expression' }));
		await this.person.paste(field.locator('.cm-content'), expression);
		await field.getByTestId('parameter-input-hint').getByText(result).waitFor();
	}

	/** Switches a field that holds an expression to Fixed. */
	async fix(label: string): Promise<void> {
		const field = this.field(label);
		await field.hover();
		await this.person.click(field.getByRole('radio', { name: 'Fixed' }));
	}

	/** What stands in a field. */
	async value(label: string): Promise<string> {
		return await boxOf(this.field(label)).inputValue();
	}

	async choose(label: string, option: string): Promise<void> {
		await this.person.click(this.field(label).getByRole('combobox').last());
		const offered = this.person.page.getByRole('option', { name: option });
		await this.person.click(offered);
		// The list fades away, and until then lies over the fields below.
		await offered.waitFor({ state: 'hidden' });
	}

	private field(label: string): Locator {
		return fieldOf(this.scope, label).last();
	}
}
