import type { Zone } from 'luxon';
import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { isFailure, unusable, type Failure } from '../portal/answers/failure';
import { toCommand } from '../portal/batch';
import { isCommand, type Command } from '../portal/command';
import type { Endings } from './endings';
import type { Memory } from './memory/memory';
import type { Operation } from './operation';
import { openItems } from './reader';

/** The items of one run as commands, without what an earlier try has settled. */
export interface Reading {
	/**
	 * Settles what is known from before: from a try of this very run, and in the Retry of an execution whose process was
	 * killed, by what its items send.
	 */
	recall(): Promise<void>;
	/** One by one, as they are asked for. As in a loop, reading ends at an item that cannot be used, if it is to stop. */
	commands(stopAtFirst: boolean): Generator<Command>;
}

/** @param zone of the portal's clock, where the operation has dates */
export function openReading(
	context: IExecuteFunctions,
	items: INodeExecutionData[],
	operation: Operation,
	memory: Memory,
	endings: Endings,
	zone?: Zone | Failure,
): Reading {
	const { subject } = operation;
	const at = openItems(context, items, zone);
	/** In a Retry after a kill all items are read before anything is sent, and not a second time. */
	const known = new Map<number, Command | Failure>();

	const isInDoubt = (item: number) => memory.mayHaveRun(item) || memory.known(item) === 'inDoubt';

	function read(item: number): Command | Failure {
		try {
			const reader = at(item);
			const call = operation.toCall(reader);
			return reader.failure ?? toCommand(item, call, isInDoubt(item));
		} catch {
			return unusable(
				'The fields of this item cannot be read',
				'Check the expressions in the fields of the node with the data of this item.',
			);
		}
	}

	/** It was accepted by an earlier try, which is told with what can be known without asking. */
	function settle(item: number): void {
		const command = known.get(item) ?? read(item);
		const workflow = isFailure(command) || command.workflow === '' ? {} : { workflowId: command.workflow };
		endings.set(item, { accepted: true, ...workflow, acceptedEarlier: true });
	}

	function settleInDoubt(item: number): void {
		// Only an execution that has failed as a whole has the button.
		const retry = context.continueOnFail() ? '' : ' The Retry button of the execution sends it once more.';
		endings.set(item, {
			kind: 'unanswered',
			happened: `The answer for this ${subject.name} was lost in an earlier try, so ${subject.mayHaveHappened}`,
			nextStep: `It was not sent again. ${subject.beforeAgain}${retry}`,
		});
	}

	async function recallByText(): Promise<void> {
		const sent = new Map<number, string>();
		for (let item = 0; item < items.length; item += 1) {
			if (endings.of(item) !== undefined) continue;
			const command = read(item);
			known.set(item, command);
			if (!isFailure(command)) sent.set(item, command.text);
		}
		const accepted = await memory.recall(sent);
		for (const item of accepted ?? []) settle(item);
		if (accepted === undefined) for (const item of sent.keys()) settleInDoubt(item);
	}

	return {
		async recall() {
			for (let item = 0; item < items.length; item += 1) {
				const before = memory.known(item);
				if (before === 'accepted') settle(item);
				else if (before === 'inDoubt' && subject.effect === 'once') settleInDoubt(item);
			}
			if (memory.isLost) await recallByText();
		},
		*commands(stopAtFirst) {
			for (let item = 0; item < items.length; item += 1) {
				const command = endings.of(item) ?? known.get(item) ?? read(item);
				known.delete(item);
				if (isCommand(command)) {
					yield command;
					continue;
				}
				if (!isFailure(command)) continue;
				endings.set(item, command);
				if (stopAtFirst) return;
			}
		},
	};
}
