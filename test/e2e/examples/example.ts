import type { INode } from 'n8n-workflow';
import { publish } from '../../n8n/publication';
import { exampleWorkflow, saveWorkflow, type Workflow } from '../../n8n/workflows';
import type { Stage } from '../stage';

/** Imports and publishes an example. `fillIn` does to its nodes what the example tells the person to do. */
export async function publishExample(
	{ session }: Stage,
	file: string,
	fillIn: (node: INode) => INode = (node) => node,
): Promise<Workflow> {
	const example = exampleWorkflow(file);
	const workflow = await saveWorkflow(session, { ...example, nodes: example.nodes.map(fillIn) });
	await publish(session, workflow);
	return workflow;
}
