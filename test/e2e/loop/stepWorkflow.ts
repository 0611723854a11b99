import type { IConnections, IDataObject, INode } from 'n8n-workflow';
import { publish } from '../../n8n/publication';
import { saveWorkflow, type Workflow, type WorkflowFile } from '../../n8n/workflows';
import type { Stage } from '../stage';

const PACKAGE = 'n8n-nodes-bitrix24-bizproc';
const credentials = { bitrix24OAuth2Api: { id: null, name: 'Bitrix24 application' } };

/** What people fill in, and what goes back: the same fields, since the step hands back what it was given. */
const field = [
	{ key: 'text', type: 'text' },
	{ key: 'sum', type: 'double' },
	{ key: 'count', type: 'int' },
	{ key: 'urgent', type: 'bool' },
	{ key: 'tags', type: 'string', multiple: true },
];

/** An n8n node on a canvas; what stands between the trigger and the result is up to the test. */
export const node = (
	name: string,
	type: string,
	parameters: IDataObject,
	settings: Partial<INode> = {},
): INode => ({
	...{ id: name.toLowerCase(), name, type, typeVersion: 1, position: [0, 0] },
	...settings,
	parameters: parameters as INode['parameters'],
});

export const logNode = (name: string, message: string): INode =>
	node(name, `${PACKAGE}.bizprocLog`, { authentication: 'oAuth2', message }, { credentials });

/**
 * A workflow that is a step of Bitrix24: it writes a line, hands back the values it was given, and the process goes on.
 *
 * @param name of the step, and of the workflow
 * @param settings parameters of the trigger
 * @param between nodes between the line and the result
 */
export function stepWorkflow(name: string, settings: IDataObject = {}, between: INode[] = []): WorkflowFile {
	const declared = { name, properties: { field }, returnProperties: { field }, ...settings };
	const nodes = [
		node('Step', `${PACKAGE}.bizprocTrigger`, declared, { credentials }),
		logNode('Line', '=n8n was called by {{ $json.workflowId }}'),
		...between,
		node(
			'Result',
			`${PACKAGE}.bizproc`,
			{
				authentication: 'oAuth2',
				eventToken: "={{ $('Step').item.json.eventToken }}",
				returnValuesMode: 'json',
				returnValuesJson: "={{ $('Step').item.json.properties }}",
				logMessage: 'n8n has answered',
			},
			{ credentials },
		),
	];
	return { name, nodes, connections: chained(nodes), settings: { executionOrder: 'v1' } };
}

function chained(nodes: INode[]): IConnections {
	const links = nodes.slice(1).map(({ name }, index) => {
		return [nodes[index].name, { main: [[{ node: name, type: 'main' as const, index: 0 }]] }];
	});
	return Object.fromEntries(links) as IConnections;
}

/** The lines in the log of each process that was at such a step. */
export const linesOf = (workflowId: string) => [`n8n was called by ${workflowId}`, 'n8n has answered'];

/** Saves and publishes a workflow that is a step. */
export async function publishStep(
	{ session }: Stage,
	...words: Parameters<typeof stepWorkflow>
): Promise<Workflow> {
	const workflow = await saveWorkflow(session, stepWorkflow(...words));
	await publish(session, workflow);
	return workflow;
}

/** The same workflow with other parameters of its trigger, saved but not published yet. */
export async function changeStep(
	{ session }: Stage,
	workflow: Workflow,
	settings: IDataObject,
): Promise<Workflow> {
	const nodes = workflow.nodes.map((one) =>
		one.name === 'Step'
			? { ...one, parameters: { ...one.parameters, ...settings } as INode['parameters'] }
			: one,
	);
	return await saveWorkflow(session, { ...workflow, nodes });
}
