import type { Locator } from 'playwright-core';
import { takesPictures } from './camera';
import { NodePanel } from './nodePanel';
import { NodeSearch, type Wanted } from './nodeSearch';
import type { Person } from './person';

/** n8n tries a trigger that fails five times, which takes it a quarter of a minute. */
const PUBLICATION_MS = 60_000;

/** The canvas glides to where all of it is seen. */
const GLIDES_MS = 500;

/** The canvas with a workflow on it. */
export class Canvas {
	constructor(private readonly person: Person) {}

	/** The search of nodes, which each plus opens. */
	get nodeSearch(): NodeSearch {
		return new NodeSearch(this.person);
	}

	private get page() {
		return this.person.page;
	}

	/** All nodes and notes. For pictures they are brought into view, and none is chosen, which is nobody's click. */
	async nodes(): Promise<Locator> {
		if (takesPictures) {
			await this.page.locator('.vue-flow__pane').click({ position: { x: 10, y: 300 } });
			// One step further out, so that nothing lies below what n8n shows at the edges.
			for (const control of ['zoom-to-fit', 'zoom-out-button']) await this.page.getByTestId(control).click();
			await this.page.waitForTimeout(GLIDES_MS);
		}
		return this.page.locator('.vue-flow__node');
	}

	/** Imports a workflow by the menu of the one that is open. */
	async importFrom(address: string): Promise<void> {
		await this.person.click(this.page.getByTestId('workflow-menu'));
		await this.person.click(this.page.getByRole('menuitem', { name: 'Import' }));
		await this.person.click(this.page.getByRole('menuitem', { name: 'From URL' }));
		await this.person.paste(this.page.getByPlaceholder('Workflow URL'), address);
		await this.person.click(this.page.getByRole('button', { name: 'Import', exact: true }));
	}

	/** A node of the workflow, by its name. */
	node(name: string): Locator {
		const itsName = this.page.getByText(name, { exact: true });
		return this.page.getByTestId('canvas-node').filter({ has: itsName });
	}

	async addFirst(wanted: Wanted): Promise<void> {
		await this.pressPlus();
		await this.nodeSearch.choose(wanted);
	}

	/** The plus in the middle of an empty canvas. */
	async pressPlus(): Promise<void> {
		await this.person.click(this.page.getByTestId('canvas-plus-button'));
	}

	/** Adds a node behind another one and connects the two, by the plus at the end of that one. */
	async addBehind(name: string, wanted: Wanted): Promise<NodePanel> {
		await this.person.click(this.node(name).getByTestId('canvas-handle-plus'));
		await this.nodeSearch.choose(wanted);
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
}
