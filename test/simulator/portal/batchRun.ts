import { substitute } from '../../portal/batch/substitution';
import { newPhpArray } from '../../portal/php/array';
import type { Fault } from '../drawing/faults';
import type { PortalPlan } from '../drawing/scenario';
import type { World } from '../world/world';
import { prepare } from './methods';
import { Refusal } from './reply';
import type { Sending, Sent } from './sending';
import type { WorkingTime } from './workingTime';
import type { Workflow } from './workflows';

export interface Room {
	world: World;
	plan: PortalPlan;
	workflows: ReadonlyMap<string, Workflow>;
	workingTime: WorkingTime;
	/** Between 0 and 1. */
	random: () => number;
}

/** What came of the commands of one request, by their keys. */
export interface Outcomes {
	results: Record<string, unknown>;
	errors: Record<string, Refusal>;
	times: Record<string, object>;
}

const MOST_COMMANDS = 50;
const TOO_MANY = new Refusal(400, 'ERROR_BATCH_LENGTH_EXCEEDED', 'Max batch length exceeded');
const OVERWORKED = new Refusal(429, 'OPERATION_TIME_LIMIT', 'Method is blocked due to operation time limit.');

/**
 * Runs the commands of a request one after another, each in its own time, and tells when all are done.
 * @param fault what is to happen to some of them
 */
export function runCommands(
	room: Room,
	sending: Sending,
	halt: boolean,
	fault: Fault | undefined,
	done: (outcomes: Outcomes) => void,
): void {
	const { world, plan, workingTime } = room;
	const outcomes: Outcomes = {
		results: newPhpArray(),
		errors: newPhpArray() as never,
		times: newPhpArray() as never,
	};
	const isBatch = sending.method === 'batch';
	const { commands } = sending;
	let index = 0;

	function next(): void {
		while (index < commands.length) {
			const command = commands[index];
			const started = begin(command);
			index += 1;
			if (started instanceof Refusal) {
				command.refusal = String(started.code);
				outcomes.errors[command.name ?? ''] = started;
				if (halt) break;
				continue;
			}
			if (started > 0) {
				world.at(world.now() + started, () => {
					end(command, started);
					next();
				});
				return;
			}
			end(command, 0);
		}
		done(outcomes);
	}

	const timesKey = ({ method }: Sent) => `${sending.credential} ${method.toLowerCase()}`;
	const open = new Map<Sent, () => void>();

	/** @returns why it does not run, or how long it takes */
	function begin(command: Sent): Refusal | number {
		const work = prepare(command, paramsOf(command), room.workflows);
		if (!(work instanceof Refusal)) {
			command.workflow = work.workflow.id;
			command.key = work.key;
		}
		if (isBatch && index >= MOST_COMMANDS) return TOO_MANY;
		const struck = isBatch ? refusalOf(fault, index) : undefined;
		if (struck) return struck;
		if (plan.charges !== 'batch' && workingTime.isUsedUp(timesKey(command))) return OVERWORKED;
		if (work instanceof Refusal) return work;
		const refusal = work.workflow.refusal();
		if (refusal) return refusal;
		work.workflow.isBusy = true;
		open.set(command, () => {
			work.workflow.isBusy = false;
			command.kept = !work.workflow.isClosed;
			if (work.closesStep) work.workflow.isClosed = true;
		});
		return plan.commandMs === 0 ? 0 : plan.commandMs * (0.5 + room.random());
	}

	/** In a batch the portal reads what earlier commands have brought into texts that mention it. */
	function paramsOf({ params }: Sent): Record<string, unknown> {
		if (!isBatch || !mentionsResults(params)) return params;
		const { results: result, times: time, errors } = outcomes;
		const error = Object.fromEntries(Object.entries(errors).map(([key, { body }]) => [key, body]));
		return substitute(params, { result, time, error, total: [], next: [] }) as Record<string, unknown>;
	}

	function end(command: Sent, ms: number): void {
		open.get(command)!();
		command.acceptedMs = world.now();
		if (plan.charges !== 'batch') workingTime.add(timesKey(command), ms / 1000);
		outcomes.results[command.name ?? ''] = true;
		const key = plan.charges === 'batch' ? `${sending.credential} batch` : timesKey(command);
		const finish = world.now() / 1000;
		outcomes.times[command.name ?? ''] = {
			start: finish - ms / 1000,
			finish,
			duration: ms / 1000,
			...workingTime.reading(key),
		};
	}

	next();
}

const mentionsResults = (params: Record<string, unknown>): boolean =>
	Object.values(params).some((value) => typeof value !== 'string' || value.includes('$'));

function refusalOf(fault: Fault | undefined, index: number): Refusal | undefined {
	if (fault?.kind !== 'commandRefusal') return undefined;
	return index >= fault.first && (index - fault.first) % fault.every === 0
		? new Refusal(400, fault.code)
		: undefined;
}
