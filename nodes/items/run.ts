import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import { isCommand, type Command, type Outcome, type Settled } from '../portal/command';
import type { Failure } from '../portal/answers/failure';
import { callMany } from '../portal/portal';
import type { Subject } from '../portal/answers/subject';
import { openTransport } from '../portal/wire/transport';
import { openLedger, type Ledger } from './memory/ledger';
import { isFailure, type Operation } from './operation';
import { readOptions } from './options';
import { toError, toFailedItem, toItem, type Progress } from './outputs';
import { recover } from './memory/recovery';

/** How one item ended: the result that goes on with it, or a failure. */
type Ending = IDataObject | Failure;

/**
 * Items in, items out: reads every item, asks the portal, and gives each item its own outcome.
 * The only place that knows of On Error.
 */
export async function run(context: IExecuteFunctions, operation: Operation): Promise<INodeExecutionData[]> {
	const items = context.getInputData();
	const { subject } = operation;
	const { resultField, authentication, maxWaitMs, lanes } = readOptions(context, operation);
	const stopAtFirst = !context.continueOnFail();
	const signal = context.getExecutionCancelSignal();
	if (signal?.aborted) throw stopped(context);

	const ledger = openLedger(context, items);
	const record = subject.repeatable ? undefined : await recover(context, items, ledger);
	const endings: Array<Ending | undefined> = items.map((_, item) =>
		fromEarlierTry(context, operation, item, ledger),
	);
	const commands = read(context, operation, endings, ledger, stopAtFirst);
	const tell = (settled: Settled[]) => {
		for (const { command, outcome } of settled) {
			endings[command.item] = conclude(operation, command, outcome, ledger);
		}
		record?.keep(ledger.acceptedItems);
	};
	const transport = await openTransport(context, authentication);
	await callMany(commands, tell, { transport, signal, maxWaitMs, lanes, stopAtFirst, subject });
	await record?.stored();
	if (signal?.aborted) throw stopped(context);

	// n8n makes a second type of a node that can be a tool, with another name.
	const isTool = context.getNode().type.endsWith('Tool');
	return items.map((incoming, item) => {
		// A model reads what its tool returns; the event token and the process's data are none of its business.
		const input = isTool ? { ...incoming, json: {} } : incoming;
		const ending = endings[item];
		if (ending === undefined || isFailure(ending)) {
			if (stopAtFirst) throw toError(context.getNode(), ending!, item, progressOf(endings, subject));
			return toFailedItem(context, input, item, ending!);
		}
		return toItem(input, item, resultField, ending);
	});
}

function fromEarlierTry(
	context: IExecuteFunctions,
	operation: Operation,
	item: number,
	ledger: Ledger,
): Ending | undefined {
	const { subject } = operation;
	if (ledger.wasAccepted(item)) {
		const command = operation.toCommand(context, item);
		const workflow = isCommand(command) && { workflowId: command.workflow };
		return { accepted: true, ...workflow, acceptedEarlier: true };
	}
	if (subject.repeatable || !ledger.isInDoubt(item)) return undefined;
	// Only an execution that has failed as a whole has the button.
	const retry = context.continueOnFail() ? '' : ' The Retry button of the execution sends it once more.';
	return {
		kind: 'unanswered',
		happened: `The answer for this ${subject.name} was lost in an earlier try, so ${subject.mayHaveHappened}`,
		nextStep: `It was not sent again. ${subject.beforeAgain}${retry}`,
	};
}

/**
 * Turns items into commands one by one, as they are asked for, leaving out what an earlier try has settled. As in a
 * loop, reading ends where it stops.
 */
function* read(
	context: IExecuteFunctions,
	operation: Operation,
	endings: Array<Ending | undefined>,
	ledger: Ledger,
	stopAtFirst: boolean,
): Generator<Command> {
	for (let item = 0; item < endings.length; item += 1) {
		const command = endings[item] ?? operation.toCommand(context, item);
		if (isCommand(command)) {
			yield ledger.mayHaveRun(item) ? { ...command, inDoubt: true } : command;
			continue;
		}
		endings[item] = command;
		if (stopAtFirst && isFailure(command)) return;
	}
}

function conclude(operation: Operation, command: Command, outcome: Outcome, ledger: Ledger): Ending {
	const ending = outcome.ok ? operation.toResult(outcome, command) : outcome.failure;
	if (!isFailure(ending)) ledger.accepted(command.item);
	else if (ending.kind === 'unanswered') ledger.inDoubt(command.item);
	return ending;
}

/** How far a run came that ends here: what was accepted, and of what nobody knows. */
function progressOf(endings: Array<Ending | undefined>, { names }: Subject): Progress {
	const progress = { names, accepted: 0, inDoubt: 0 };
	for (const ending of endings) {
		if (ending === undefined) continue;
		if (!isFailure(ending)) progress.accepted += 1;
		else if (ending.kind === 'unanswered') progress.inDoubt += 1;
	}
	return progress;
}

/** n8n tells a stopped execution from a failed one by the word "canceled". */
const stopped = (context: IExecuteFunctions) =>
	new NodeOperationError(context.getNode(), 'The execution was canceled', {
		description: 'Nothing more was sent. What Bitrix24 has accepted so far stays accepted.',
	});
