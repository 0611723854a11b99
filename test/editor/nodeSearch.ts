import type { Locator } from 'playwright-core';
import type { Person } from './person';

/** A node of the search. */
export interface Wanted {
	/** The words typed. */
	search: string;
	/** The row pressed. */
	row: string;
	/** What is pressed on the page that n8n shows next, unless the node is one of its own. */
	action?: string;
}

/** The nodes of this package, as the search shows them. */
export const trigger: Wanted = {
	search: 'bitrix24',
	row: 'Bitrix24 Bizproc',
	action: 'On new Bitrix24 Bizproc event',
};
export const log: Wanted = { search: 'bitrix24', row: 'Bitrix24 Bizproc Log', action: 'Add to workflow' };
export const sendResult: Wanted = {
	search: 'bitrix24',
	row: 'Bitrix24 Bizproc',
	action: 'Send a result to a waiting step',
};

/** The list of nodes to the right of the canvas, where one types what one looks for. */
export class NodeSearch {
	constructor(private readonly person: Person) {}

	private get scope(): Locator {
		return this.person.page.getByTestId('node-creator');
	}

	/** What was found, each as its name and its description. */
	get rows(): Locator {
		return this.scope.getByTestId('item-iterator-item');
	}

	async type(words: string): Promise<void> {
		await this.person.page.getByTestId('node-creator-search-bar').waitFor();
		await this.person.typeOn(words);
		await this.rows.first().waitFor();
	}

	/** Finds a node and adds it. */
	async choose({ search, row, action }: Wanted): Promise<void> {
		await this.type(search);
		await this.person.click(this.scope.getByText(row, { exact: true }));
		if (action) await this.person.click(this.scope.getByText(action, { exact: true }));
	}
}
