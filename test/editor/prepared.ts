import type { IDataObject, INode } from 'n8n-workflow';
import { randomUUID } from 'node:crypto';
import { saveCredential, type Credential } from '../n8n/credentials';
import { saveWorkflow } from '../n8n/workflows';
import type { EditorStage } from './stage';

/** A node of this package, with what differs from a fresh one. */
export interface PreparedNode extends Partial<INode> {
	type: 'bizprocTrigger' | 'bizprocLog' | 'bizproc';
	name: string;
	/** Saved anew under its name; the node is given it. */
	credential?: Credential;
}

/** What a node begins with that has no trigger of this package before it. */
const BEGINNING = 'When clicking ‘Execute workflow’';

/**
 * Opens a workflow that is ready made, so that a test begins where it matters: nodes one behind another, and before
 * them, if there are items, a manual trigger that has these as its mock data.
 */
export async function openPrepared(
	stage: EditorStage,
	prepared: PreparedNode[],
	items?: IDataObject[],
): Promise<void> {
	const { session, n8n, person } = stage;
	const nodes: INode[] = [];
	for (const one of prepared) nodes.push(await asNode(stage, one, nodes.length));
	if (items) nodes.unshift(beginning);
	const next = nodes.slice(1);
	const workflow = {
		name: `Prepared ${randomUUID()}`,
		nodes,
		connections: Object.fromEntries(
			next.map(({ name }, index) => [
				nodes[index].name,
				{ main: [[{ node: name, type: 'main' as const, index: 0 }]] },
			]),
		),
		pinData: items ? { [BEGINNING]: items.map((json) => ({ json })) } : {},
		settings: {},
	};
	const { id } = await saveWorkflow(session, workflow);
	await person.page.goto(`${n8n}/workflow/${id}`);
	await stage.canvas.node(nodes[0].name).waitFor();
}

const beginning: INode = {
	...{ id: 'beginning', name: BEGINNING, type: 'n8n-nodes-base.manualTrigger', typeVersion: 1 },
	...{ position: [0, 0], parameters: {} },
};

async function asNode(
	{ session }: EditorStage,
	{ credential, type, ...rest }: PreparedNode,
	place: number,
): Promise<INode> {
	const credentials = credential && {
		[credential.type]: { id: await saveCredential(session, credential), name: credential.name },
	};
	return {
		...{ id: randomUUID(), typeVersion: 1, position: [220 * (place + 1), 0], parameters: {} },
		...{ credentials, ...rest },
		type: `n8n-nodes-bitrix24-bizproc.${type}`,
	};
}
