import type { Locator } from 'playwright-core';
import type { Person } from './person';

/** What a node has put out, or what went wrong; to the right in its panel. */
export class OutputPanel {
	constructor(
		private readonly person: Person,
		readonly scope: Locator,
	) {}

	/** The red words of a node that failed, when there are some. */
	async error(): Promise<{ message: string; description: string }> {
		const message = this.scope.getByTestId('node-error-message');
		await this.person.wait(message.waitFor());
		const description = await this.scope.getByTestId('node-error-description').innerText();
		return { message: await message.innerText(), description };
	}

	/** The words in a frame above the data. */
	async hints(): Promise<string[]> {
		const texts = await this.scope.getByTestId('node-hint').allInnerTexts();
		return texts.map((text) => text.trim());
	}

	/** Looks at one of two outputs, such as "Error Branch". */
	async branch(name: string): Promise<void> {
		await this.person.click(this.scope.getByRole('tab', { name }));
	}

	/** The table of items: of each, what stands in its columns. */
	async items(): Promise<Array<Record<string, string>>> {
		await this.person.wait(this.scope.getByRole('table').waitFor());
		const columns = await this.scope.getByRole('columnheader').allInnerTexts();
		const rows = await this.scope.locator('tbody').getByRole('row').all();
		return await Promise.all(
			rows.map(async (row) => {
				const cells = await row.getByRole('cell').allInnerTexts();
				const named = cells.map((text, index) => [columns[index].trim(), text.replace(/\s+/g, ' ').trim()]);
				return Object.fromEntries(named.filter(([column]) => column !== '')) as Record<string, string>;
			}),
		);
	}
}
