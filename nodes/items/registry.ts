import {
	NodeOperationError,
	updateDisplayOptions,
	type IExecuteFunctions,
	type INodeProperties,
} from 'n8n-workflow';
import type { Operation } from './operation';

/** One operation as the editor offers it, and what it does. */
export interface Offer {
	/** In the list of operations, e.g. "Send Result". */
	name: string;
	value: string;
	/** In the search of nodes, e.g. "Send a result to a waiting step". */
	action: string;
	description: string;
	/** Its fields, without the rule when they are shown: that follows from where it stands. */
	fields: INodeProperties[];
	operation: Operation;
}

/** A noun of the portal with what can be done to it. */
export interface Resource {
	name: string;
	value: string;
	offers: Offer[];
}

/** The editor's fields for resources, operations, and what each operation needs. */
export function toProperties(resources: Resource[]): INodeProperties[] {
	const [{ value: first }] = resources;
	const resourceField: INodeProperties = {
		displayName: 'Resource',
		name: 'resource',
		type: 'options',
		noDataExpression: true,
		options: resources.map(({ name, value }) => ({ name, value })),
		default: first,
	};
	const operationFields = resources.map(
		({ value: resource, offers, offers: [{ value: usual }] }): INodeProperties => ({
			displayName: 'Operation',
			name: 'operation',
			type: 'options',
			noDataExpression: true,
			displayOptions: { show: { resource: [resource] } },
			options: offers.map(({ name, value, action, description }) => ({ name, value, action, description })),
			default: usual,
		}),
	);
	const fields = resources.flatMap(({ value: resource, offers }) =>
		offers.flatMap((offer) =>
			updateDisplayOptions({ show: { resource: [resource], operation: [offer.value] } }, offer.fields),
		),
	);
	return [resourceField, ...operationFields, ...fields];
}

/** Under the node on the canvas: the name of its operation, as the editor offers it. */
export function subtitleOf(resources: Resource[]): string {
	const names = resources.flatMap(({ value: resource, offers }) =>
		offers.map(({ value, name }) => [`${resource} ${value}`, name]),
	);
	const table = JSON.stringify(Object.fromEntries(names));
	return `={{ (${table})[$parameter["resource"] + " " + $parameter["operation"]] }}`;
}

/** The operation that the node is set to. @throws for one that this version of the node does not know */
export function chosen(context: IExecuteFunctions, resources: Resource[]): Operation {
	const [resource, operation] = [
		context.getNodeParameter('resource', 0),
		context.getNodeParameter('operation', 0),
	];
	const offers = resources.find(({ value }) => value === resource)?.offers;
	const offer = offers?.find(({ value }) => value === operation);
	if (offer !== undefined) return offer.operation;
	throw new NodeOperationError(context.getNode(), 'This operation is not known', {
		description: 'Choose a resource and an operation from the lists of the node.',
	});
}
