import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import { isFailure, type Failure } from '../portal/answers/failure';
import type { Subject } from '../portal/answers/subject';
import { callMany } from '../portal/client';
import { openEndings, type Endings } from './endings';
import { openMemory } from './memory/memory';
import type { Operation } from './operation';
import { readOptions, type Options } from './options';
import { toError, toFailedItem, toItem } from './outputs';
import { portalZone } from './portalZone';
import { thisProcess, type Process } from './process';
import { openReading } from './reading';

/**
 * Items in, items out: reads every item, asks the portal, and gives each item its own outcome.
 * The only place that knows of On Error.
 * @param process what the executions of this process share
 */
export async function run(
	context: IExecuteFunctions,
	operation: Operation,
	process = thisProcess,
): Promise<INodeExecutionData[]> {
	const items = context.getInputData();
	const options = readOptions(context, operation);
	const signal = context.getExecutionCancelSignal();
	if (signal?.aborted) throw stopped(context);

	const endings = openEndings(items.length, operation);
	let broken: Failure | undefined;
	try {
		await ask(context, operation, process, { items, endings, options });
	} catch (error) {
		broken = brokenBy(error, operation.subject);
	}
	if (signal?.aborted) throw stopped(context);

	const outcomeOf = (item: number) => endings.of(item) ?? broken ?? brokenBy(undefined, operation.subject);
	if (options.stopAtFirst) {
		const item = endings.firstFailed() ?? items.findIndex((_, index) => endings.of(index) === undefined);
		if (item !== -1) {
			throw toError(context.getNode(), outcomeOf(item) as Failure, item, endings.progress());
		}
	}
	// n8n makes a second type of a node that can be a tool, with another name.
	const isTool = context.getNode().type.endsWith('Tool');
	// A model always sees the outcome.
	const field = isTool && options.resultField === '' ? operation.resultField : options.resultField;
	return items.map((incoming, item) => {
		// A model reads what its tool returns; the event token and the process's data are none of its business.
		const input = isTool ? { ...incoming, json: {} } : incoming;
		const ending = outcomeOf(item);
		return isFailure(ending)
			? toFailedItem(context, input, item, ending)
			: toItem(input, item, field, ending);
	});
}

interface Work {
	items: INodeExecutionData[];
	endings: Endings;
	options: Options;
}

/** What is left to be asked after what an earlier try has settled. */
async function ask(
	context: IExecuteFunctions,
	operation: Operation,
	{ memory: shared, portals }: Process,
	{ items, endings, options }: Work,
): Promise<void> {
	const { subject } = operation;
	const { authentication, maxWaitMs, lanes, stopAtFirst } = options;
	const memory = openMemory(context, shared, items, subject.effect === 'once');
	try {
		const connection = await portals.connect(context, authentication);
		const signal = context.getExecutionCancelSignal();
		const calling = { connection, signal, maxWaitMs, lanes, stopAtFirst, subject };
		const zone = operation.hasDates?.(context) ? await portalZone(context, calling) : undefined;
		const reading = openReading(context, items, operation, memory, endings, zone);
		await reading.recall();
		await callMany(reading.commands(stopAtFirst), (settled) => endings.tell(settled, memory), calling);
	} finally {
		await memory.close();
	}
}

/** Not the item's fault and not the portal's. What was under way has been told already. */
function brokenBy(error: unknown, { nothingHappened }: Subject): Failure {
	const name = error instanceof Error ? error.name : typeof error;
	return {
		kind: 'unsent',
		happened: `The node broke off before this item, ${nothingHappened}`,
		nextStep: `This is a fault of the node (${name}). Please report it, with the version of n8n and of the package.`,
	};
}

/** n8n tells a stopped execution from a failed one by the word "canceled". */
const stopped = (context: IExecuteFunctions) =>
	new NodeOperationError(context.getNode(), 'The execution was canceled', {
		description: 'Nothing more was sent. What Bitrix24 has accepted so far stays accepted.',
	});
