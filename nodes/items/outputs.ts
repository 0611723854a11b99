import type { IDataObject, IExecuteFunctions, INode, INodeExecutionData } from 'n8n-workflow';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';
import { outcomeWord, type Failure } from '../portal/answers/failure';
import type { Progress } from './endings';

/** The item goes on as it came, with the result under the given field (empty: without). */
export function toItem(
	input: INodeExecutionData,
	item: number,
	field: string,
	result: IDataObject,
): INodeExecutionData {
	const json = field === '' ? input.json : { ...fieldsOf(input), [field]: result };
	return withBinary({ json, pairedItem: { item } }, input);
}

/**
 * An item for the error output: what happened in `error`, what to do in `details`. n8n takes it for one only if it holds nothing but `error` and `details`, and then
 * adds the fields of the paired input item itself; on the regular output that is left to us.
 */
export function toFailedItem(
	context: IExecuteFunctions,
	input: INodeExecutionData,
	item: number,
	failure: Failure,
): INodeExecutionData {
	const hasErrorOutput = context.getNode().onError === 'continueErrorOutput';
	const fields = hasErrorOutput ? {} : fieldsOf(input);
	const json = { ...fields, error: failure.happened, details: toDetails(failure) };
	const output = withBinary({ json, pairedItem: { item } }, input);
	return hasErrorOutput ? markedForErrorOutput(output) : output;
}

/**
 * n8n 1 takes `details` beside `error` for an item that went well, and would let it leave by the regular output. It looks
 * at this mark first; as nobody sees it, nothing of it stays in the data.
 */
const markedForErrorOutput = (output: INodeExecutionData): INodeExecutionData =>
	Object.defineProperty(output, 'error', { value: true });

/** An item whose fields cannot be read goes on without them: its outcome must not be lost. */
function fieldsOf({ json }: INodeExecutionData): IDataObject {
	try {
		return { ...json };
	} catch {
		return {};
	}
}

function withBinary(output: INodeExecutionData, { binary }: INodeExecutionData): INodeExecutionData {
	return binary === undefined ? output : { ...output, binary };
}

function toDetails(failure: Failure): IDataObject {
	const { code, httpStatus, nextStep, portalMessage, resetsAt } = failure;
	const details = { outcome: outcomeWord(failure), code, nextStep, portalMessage, httpStatus, resetsAt };
	return Object.fromEntries(
		Object.entries(details).filter(([, value]) => value !== undefined && value !== ''),
	);
}

function counted({ names, accepted, inDoubt }: Progress): string {
	const doubts = inDoubt > 0 ? `${names} in doubt: ${inDoubt}. ` : '';
	return `${names} accepted: ${accepted}. ${doubts}`;
}

/** The one error that ends a node which does not continue: what happened, to which item, and how far it came. */
export function toError(node: INode, failure: Failure, item: number, progress: Progress): Error {
	const { happened: message, code, httpStatus, portalMessage } = failure;
	const description = [
		failure.nextStep,
		portalMessage === undefined ? '' : `Bitrix24 says: "${portalMessage}"${code ? ` (${code})` : ''}.`,
		`Stopped at item ${item} (n8n counts from 0). ${counted(progress)}Nothing more was sent.`,
	]
		.filter((part) => part !== '')
		.join(' ');
	if (httpStatus === undefined)
		return new NodeOperationError(node, message, { description, itemIndex: item });
	const response = { code: code ?? '', outcome: outcomeWord(failure) };
	return new NodeApiError(node, response, {
		message,
		description,
		httpCode: String(httpStatus),
		itemIndex: item,
	});
}
