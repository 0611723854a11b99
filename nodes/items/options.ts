import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import type { Authentication } from '../portal/wire/transport';
import type { Operation } from './operation';

export interface Options {
	authentication: Authentication;
	/** Where the result goes in the item; empty: nowhere. */
	resultField: string;
	maxWaitMs: number;
	/** Requests that may be under way at the same time, 1 to 10. */
	lanes: number;
}

const DEFAULT_MAX_WAIT_SECONDS = 120;
const DEFAULT_LANES = 5;
const MOST_LANES = 10;

/** Fields that make n8n take an item for a failed one. */
const FIELDS_OF_FAILURES = ['error', 'message', 'details'];

/** The settings that are the same for all items: their fields take no expressions. */
export function readOptions(context: IExecuteFunctions, operation: Operation): Options {
	const options = context.getNodeParameter('options', 0, {}) as IDataObject;
	const resultField = String(options.resultField ?? operation.resultField).trim();
	if (FIELDS_OF_FAILURES.includes(resultField)) {
		throw new NodeOperationError(
			context.getNode(),
			`The result cannot go into a field named "${resultField}"`,
			{
				description:
					'n8n would take accepted items for failed ones. Choose another name in Put Result in Field.',
			},
		);
	}
	const seconds = Number(options.maxWaitSeconds ?? DEFAULT_MAX_WAIT_SECONDS);
	const lanes = Math.trunc(Number(options.lanes ?? DEFAULT_LANES));
	return {
		authentication: context.getNodeParameter('authentication', 0, 'webhook') as Authentication,
		resultField,
		maxWaitMs: Math.max(0, Number.isFinite(seconds) ? seconds : DEFAULT_MAX_WAIT_SECONDS) * 1000,
		lanes: Math.min(Math.max(1, lanes || DEFAULT_LANES), MOST_LANES),
	};
}
