import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import { openClock } from '../portal/clock';
import { isCommand, type Command, type Outcome } from '../portal/command';
import type { Failure } from '../portal/failure';
import { callMany } from '../portal/portal';
import { openTransport } from '../portal/transport';
import { openLedger, type Ledger } from './ledger';
import { isFailure, type Operation } from './operation';
import { readOptions } from './options';
import { toError, toFailedItem, toItem, type Progress } from './outputs';

/** How one item ended: the result that goes on with it, or a failure. */
type Ending = IDataObject | Failure;

const IN_DOUBT: Failure = {
	kind: 'unanswered',
	happened: 'The answer for this line was lost in an earlier try, so it may already be in the log',
	nextStep:
		'It was not sent again. Look at the log of the workflow in Bitrix24; the Retry button of the execution sends it once more.',
};

/**
 * Items in, items out: reads every item, asks the portal, and gives each item its own outcome.
 * The only place that knows of On Error.
 */
export async function run(context: IExecuteFunctions, operation: Operation): Promise<INodeExecutionData[]> {
	const items = context.getInputData();
	const { resultField, maxWaitMs, authentication } = readOptions(context);
	const stopAtFirst = !context.continueOnFail();
	const signal = context.getExecutionCancelSignal();
	const isStopped = () => signal?.aborted === true;
	if (isStopped()) throw stopped(context);

	const ledger = openLedger(context, items);
	const endings = items.map((_, item) => fromEarlierTry(ledger, item));
	const commands = read(context, operation, endings, stopAtFirst);

	const send = await openTransport(context, authentication);
	const clock = openClock(signal);
	for await (const settled of callMany(commands, { send, clock, isStopped, maxWaitMs, stopAtFirst })) {
		for (const { command, outcome } of settled) {
			endings[command.item] = conclude(operation, command, outcome, ledger);
		}
	}
	if (isStopped()) throw stopped(context);

	return items.map((input, item) => {
		const ending = endings[item];
		if (ending === undefined || isFailure(ending)) {
			if (stopAtFirst) throw toError(context.getNode(), ending!, item, progressOf(endings));
			return toFailedItem(context, input, item, ending!);
		}
		return toItem(input, item, resultField, ending);
	});
}

function fromEarlierTry(ledger: Ledger, item: number): Ending | undefined {
	if (ledger.wasAccepted(item)) return { accepted: true, acceptedEarlier: true };
	return ledger.isInDoubt(item) ? IN_DOUBT : undefined;
}

/** Turns items into commands, leaving out what an earlier try has settled. As in a loop, reading ends where it stops. */
function read(
	context: IExecuteFunctions,
	operation: Operation,
	endings: Array<Ending | undefined>,
	stopAtFirst: boolean,
): Command[] {
	const commands: Command[] = [];
	for (let item = 0; item < endings.length; item += 1) {
		const command = endings[item] ?? operation.toCommand(context, item);
		if (isCommand(command)) {
			commands.push(command);
			continue;
		}
		endings[item] = command;
		if (stopAtFirst && isFailure(command)) break;
	}
	return commands;
}

function conclude(operation: Operation, command: Command, outcome: Outcome, ledger: Ledger): Ending {
	const ending = outcome.ok ? operation.toResult(outcome.result, command) : outcome.failure;
	if (!isFailure(ending)) ledger.accepted(command.item);
	else if (ending.kind === 'unanswered') ledger.inDoubt(command.item);
	return ending;
}

/** How far a run came that ends here: lines accepted, and lines of which nobody knows. */
function progressOf(endings: Array<Ending | undefined>): Progress {
	const progress = { accepted: 0, inDoubt: 0 };
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
		description: 'Nothing more was sent. Lines accepted so far stay in the log.',
	});
