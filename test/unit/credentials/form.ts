import {
	NodeHelpers,
	Workflow,
	type ICredentialType,
	type INode,
	type INodeParameters,
	type INodeProperties,
	type INodeTypes,
} from 'n8n-workflow';
import { Bitrix24OAuth2Api } from '../../../credentials/Bitrix24OAuth2Api.credentials';

const node: INode = {
	...{ id: 'node', name: 'node', type: 'node', typeVersion: 1, position: [0, 0] },
	parameters: {},
};
const nodeTypes = {
	getByNameAndVersion: () => ({ description: { properties: [] } }),
} as unknown as INodeTypes;

const { properties } = new Bitrix24OAuth2Api() as ICredentialType;
const isShown = (values: INodeParameters, property: INodeProperties) =>
	property.type !== 'hidden' && NodeHelpers.displayParameter(values, property, null, null);

/** The names of the fields that a person sees in the form, with what he has filled in so far. */
export function shownFields(filled: INodeParameters): string[] {
	const values = { ...defaults(), ...filled };
	return properties.filter((property) => isShown(values, property)).map(({ name }) => name);
}

/** The values n8n works with, as its credentials-helper makes them: what is not shown is left out. */
export async function valuesOf(filled: INodeParameters): Promise<INodeParameters> {
	const values = NodeHelpers.getNodeParameters(properties, filled, true, false, null, null)!;
	const workflow = new Workflow({ nodes: [node], connections: {}, active: false, nodeTypes });
	await workflow.expression.acquireIsolate();
	try {
		const worked = workflow.expression.getComplexParameterValue(
			...[node, values, 'internal' as const, {}, undefined, undefined, values],
		);
		return worked as INodeParameters;
	} finally {
		await workflow.expression.releaseIsolate();
	}
}

const defaults = () => Object.fromEntries(properties.map((one) => [one.name, one.default]));
