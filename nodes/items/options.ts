import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import type { Authentication } from '../portal/wire/credential';
import { LANES, MAX_WAIT_SECONDS, MOST_LANES } from './optionDefaults';
import type { Operation } from './operation';

export interface Options {
	authentication: Authentication;
	/** Where the result goes in the item; empty: nowhere. */
	resultField: string;
	maxWaitMs: number;
	/** On Error is Stop Workflow: nothing is sent after the first item that fails. */
	stopAtFirst: boolean;
	/** Requests that may be under way at the same time, 1 to 10. */
	lanes: number;
}

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
	const seconds = Number(options.maxWaitSeconds ?? MAX_WAIT_SECONDS);
	return {
		authentication: context.getNodeParameter('authentication', 0, 'webhook') as Authentication,
		resultField,
		stopAtFirst: !context.continueOnFail(),
		maxWaitMs: Math.max(0, Number.isFinite(seconds) ? seconds : MAX_WAIT_SECONDS) * 1000,
		lanes: Math.min(Math.max(1, Math.trunc(Number(options.lanes ?? LANES)) || LANES), MOST_LANES),
	};
}
