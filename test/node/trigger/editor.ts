import type { IDataObject, INode, Workflow } from 'n8n-workflow';
import type { Hooks } from './hooks';

/** n8n's editor, which listens for one post with static data of its own (n8n's `test-webhooks`). */
export interface Editor {
	/** Resolves to the message that n8n would show. */
	listen(node: INode): Promise<string | undefined>;
	stopListening(): Promise<void>;
	listening(): { node: INode; workflow: Workflow } | undefined;
}

export function openEditor(
	hooks: Hooks,
	toWorkflow: (node: INode, staticData: IDataObject) => Workflow,
): Editor {
	let listening: { node: INode; staticData: IDataObject } | undefined;

	async function stopListening(): Promise<void> {
		if (listening === undefined) return;
		const { node, staticData } = listening;
		listening = undefined;
		await hooks.remove(toWorkflow(node, staticData), node, true);
	}

	return {
		async listen(node) {
			const workflow = toWorkflow(node, {});
			const occasion = { mode: 'manual', activation: 'manual', isTest: true } as const;
			const message = await hooks.createIfNotExists(workflow, node, occasion);
			// Kept as JSON between the hooks, so that any instance of n8n can go on.
			listening = { node, staticData: JSON.parse(JSON.stringify(workflow.staticData)) as IDataObject };
			if (message !== undefined) await stopListening();
			return message;
		},
		stopListening,
		listening() {
			if (listening === undefined) return undefined;
			const workflow = toWorkflow(listening.node, {});
			workflow.setTestStaticData(listening.staticData);
			return { node: listening.node, workflow };
		},
	};
}
