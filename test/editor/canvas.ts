import type { Locator } from 'playwright-core';
import { takesPictures } from './camera';
import { NodePanel } from './nodePanel';
import type { Person } from './person';

/** n8n tries a trigger that fails five times, which takes it a quarter of a minute. */
const PUBLICATION_MS = 60_000;

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

/** The canvas with a workflow on it. */
export class Canvas {
	constructor(private readonly person: Person) {}

	private get page() {
		return this.person.page;
	}

	/** All nodes. For pictures they are brought into view, which is nobody's click. */
	async nodes(): Promise<Locator> {
		if (takesPictures) await this.page.getByTestId('zoom-to-fit').click();
		return this.page.getByTestId('canvas-node');
	}

	/** A node of the workflow, by its name. */
	node(name: string): Locator {
		const itsName = this.page.getByText(name, { exact: true });
		return this.page.getByTestId('canvas-node').filter({ has: itsName });
	}

	async addFirst(wanted: Wanted): Promise<void> {
		await this.pressPlus();
		await this.choose(wanted);
	}

	/** The plus in the middle of an empty canvas. */
	async pressPlus(): Promise<void> {
		await this.person.click(this.page.getByTestId('canvas-plus-button'));
	}

	/** Adds a node behind another one and connects the two, by the plus at the end of that one. */
	async addBehind(name: string, wanted: Wanted): Promise<NodePanel> {
		await this.person.click(this.node(name).getByTestId('canvas-handle-plus'));
		await this.choose(wanted);
		return await this.opened();
	}

	async open(name: string): Promise<NodePanel> {
		await this.person.doubleClick(this.node(name));
		return await this.opened();
	}

	/** The panel of a node that is open already, as it is when the node was just added. */
	async opened(): Promise<NodePanel> {
		const panel = new NodePanel(this.person);
		await panel.scope.waitFor();
		return panel;
	}

	/** Presses Publish, and Publish once more where n8n asks for the name of the version. */
	async publish(): Promise<void> {
		await this.person.click(this.page.getByTestId('workflow-open-publish-modal-button'));
		await this.person.click(this.page.getByTestId('workflow-publish-button'));
	}

	/** Runs the workflow; with a trigger of this package, n8n then listens for a process. */
	async execute(): Promise<void> {
		await this.person.click(this.page.getByTestId('execute-workflow-button'));
		await this.page.getByTestId('stop-execution-waiting-for-webhook-button').waitFor();
	}

	/**
	 * Waits until n8n is done with it.
	 *
	 * @throws with n8n's words when it could not be published.
	 */
	async published(): Promise<void> {
		const done = this.page.getByRole('button', { name: 'Published' });
		const refusal = this.notices.filter({ hasText: 'could not be published' });
		await done.or(refusal).first().waitFor({ timeout: PUBLICATION_MS });
		if (await refusal.count()) throw new Error(await refusal.innerText());
	}

	/** The rows that the search of nodes shows, each as its name and its description. */
	get rows(): Locator {
		return this.page.getByTestId('node-creator').getByTestId('item-iterator-item');
	}

	/** The notices in the corner, such as that something went wrong. */
	get notices(): Locator {
		return this.page.getByRole('alert').filter({ has: this.page.getByRole('heading') });
	}

	/** The words of the next notice of something that did not work. */
	async problem(): Promise<string> {
		const notice = this.notices.filter({ hasNotText: 'successfully' }).last();
		await notice.waitFor({ timeout: PUBLICATION_MS });
		return (await notice.innerText()).replace(/\s+/g, ' ').trim();
	}

	async search(words: string): Promise<void> {
		const box = this.page.getByTestId('node-creator-search-bar');
		await box.waitFor();
		await this.person.typeOn(words);
	}

	/** Finds a node where n8n lets one search, and adds it. */
	async choose({ search, row, action }: Wanted): Promise<void> {
		await this.search(search);
		await this.rows.first().waitFor();
		const creator = this.page.getByTestId('node-creator');
		await this.person.click(creator.getByText(row, { exact: true }));
		if (action) await this.person.click(creator.getByText(action, { exact: true }));
	}
}
