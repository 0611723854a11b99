import type { IDataObject, INode, Workflow } from 'n8n-workflow';
import type { Hooks, Occasion } from './hooks';

/** n8n 2.41 publishes in a queue of its own; older versions, and a setting, at once. */
export type Publishing = 'in a queue' | 'at once';

/** What n8n does with one published workflow. Each verb resolves to the message that n8n would show. */
export interface Publication {
	publish(node: INode): Promise<string | undefined>;
	unpublish(): Promise<string | undefined>;
	/** n8n starts anew with what it has stored. */
	restart(): Promise<string | undefined>;
	/** n8n starts with this workflow, which is published, in its database. */
	start(node: INode): Promise<string | undefined>;
	/** The node whose address takes posts. */
	taking(): INode | undefined;
	/** The workflow with its static data as stored. */
	load(node: INode): Workflow;
	/** Stores static data if n8n has noticed a change. */
	save(workflow: Workflow): void;
	/** The static data as it lies in n8n's database. */
	stored(): string;
	/** As if it had come with an imported workflow. */
	store(staticData: string): void;
}

/** As often as n8n's queue tries to publish. */
const TRIES = 5;

/** After n8n's `webhook-trigger-registrar` and `trigger-diff`, and `active-workflow-manager`; waits are left out. */
export function openPublication(
	hooks: Hooks,
	publishing: Publishing,
	toWorkflow: (node: INode, staticData: IDataObject) => Workflow,
): Publication {
	const inQueue = publishing === 'in a queue';
	let stored = '{}';
	let published: INode | undefined;
	let isTaking = false;

	const load = (node: INode) => toWorkflow(node, JSON.parse(stored) as IDataObject);
	const save = (workflow: Workflow) => {
		if (workflow.staticData.__dataChanged) stored = JSON.stringify(workflow.staticData);
	};

	async function remove(node: INode, workflow: Workflow): Promise<string | undefined> {
		const message = await hooks.remove(workflow, node, false);
		save(workflow);
		return message;
	}

	async function register(node: INode, activation: Occasion['activation']): Promise<string | undefined> {
		const workflow = load(node);
		const occasion: Occasion = { mode: 'trigger', activation, isTest: false };
		let message: string | undefined;
		for (let tries = inQueue ? TRIES : 1; tries > 0; tries -= 1) {
			message = await hooks.createIfNotExists(workflow, node, occasion);
			if (message === undefined) {
				save(workflow);
				break;
			}
			// At once, n8n reads the workflow anew for this, and what the try has remembered is lost.
			await remove(node, inQueue ? workflow : load(node));
		}
		isTaking = message === undefined;
		return message;
	}

	async function unpublish(): Promise<string | undefined> {
		isTaking = false;
		return published && (await remove(published, load(published)));
	}

	async function start(node: INode): Promise<string | undefined> {
		published = node;
		if (!inQueue) return await register(node, 'init');
		// What takes posts is kept in the database, too.
		isTaking = true;
		return undefined;
	}

	return {
		async publish(node) {
			const isSame = isTaking && JSON.stringify(node) === JSON.stringify(published);
			if (isSame && inQueue) return undefined;
			if (isTaking) await unpublish();
			published = node;
			return await register(node, 'activate');
		},
		unpublish,
		restart: async () => (published ? await start(published) : undefined),
		start,
		taking: () => (isTaking ? published : undefined),
		load,
		save,
		stored: () => stored,
		store: (staticData) => {
			stored = staticData;
		},
	};
}
