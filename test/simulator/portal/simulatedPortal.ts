import { toJsonShape } from '../../portal/php/array';
import type { Fault } from '../drawing/faults';
import type { CredentialPlan, PortalPlan } from '../drawing/scenario';
import type { World } from '../world/world';
import { distort, refusalBy } from './faultyAnswers';
import { runCommands, type Outcomes, type Room } from './batchRun';
import { openBucket } from './bucket';
import { METHOD_NOT_FOUND } from './methods';
import { Refusal, type Reply } from './reply';
import type { Sending } from './sending';
import { openWorkingTime } from './workingTime';
import type { Workflow } from './workflows';

/** A portal of one scenario: its answers follow its documentation, unless a fault strikes. */
export interface SimulatedPortal {
	/** A request has arrived; the answer comes in its time. */
	arrive(
		sending: Sending,
		halt: boolean,
		fault: Fault | undefined,
		access: Access,
		answer: (reply: Reply) => void,
	): void;
	/** All limits, faults and states that would keep anything from being taken are gone. */
	heal(): void;
}

/** How the request signs in, and whether that holds. */
export interface Access {
	plan: CredentialPlan;
	/** What nobody may read, and the portal could quote. */
	secrets: string[];
	token: 'good' | 'expired' | 'unknown';
}

const TOO_MANY_REQUESTS = new Refusal(503, 'QUERY_LIMIT_EXCEEDED', 'Too many requests');
const OVERWORKED = new Refusal(429, 'OPERATION_TIME_LIMIT', 'Method is blocked due to operation time limit.');
const METHODS = new Set(['batch', 'method.get', 'bizproc.activity.log', 'bizproc.event.send']);

export function openPortal(
	world: World,
	plan: PortalPlan,
	workflows: ReadonlyMap<string, Workflow>,
	random: () => number,
): SimulatedPortal {
	let room: Room = {
		world,
		plan,
		workflows,
		random,
		workingTime: openWorkingTime(world, plan.workingSeconds),
	};
	let hasRoom = openBucket(world, plan);

	/** In the portal's order: limit of requests, method, credential. Nothing has run when it refuses. */
	function refusalOf(
		{ method, credential }: Sending,
		{ plan: { flaw }, token }: Access,
	): Refusal | undefined {
		if (!hasRoom()) return TOO_MANY_REQUESTS;
		if (!METHODS.has(method)) return METHOD_NOT_FOUND;
		if (flaw === 'deleted') return new Refusal(401, 'INVALID_CREDENTIALS', 'Invalid request credentials');
		if (token === 'expired')
			return new Refusal(401, 'expired_token', 'The access token provided has expired');
		if (token === 'unknown') return new Refusal(401, 'invalid_token', 'Unable to get application by token');
		const isCounted = room.plan.charges !== 'commands' && method === 'batch';
		return isCounted && room.workingTime.isUsedUp(`${credential} batch`) ? OVERWORKED : undefined;
	}

	function finish(sending: Sending, startMs: number, outcomes: Outcomes): Reply {
		const seconds = (world.now() - startMs) / 1000;
		const isBatch = sending.method === 'batch';
		const key = `${sending.credential} ${sending.method}`;
		if (isBatch && room.plan.charges !== 'commands') room.workingTime.add(key, seconds);
		const finished = world.now() / 1000;
		const reading = isBatch && room.plan.charges === 'commands' ? {} : room.workingTime.reading(key);
		const time = {
			start: startMs / 1000,
			finish: finished,
			duration: seconds,
			processing: seconds,
			...reading,
		};
		if (!isBatch) {
			const [refusal] = Object.values(outcomes.errors);
			if (refusal) return refusal.reply;
			const hasRun = sending.commands.some(({ acceptedMs }) => acceptedMs !== undefined);
			return { status: 200, headers: {}, body: hasRun ? { result: true, time } : { time } };
		}
		const errors = Object.fromEntries(
			Object.entries(outcomes.errors).map(([name, { body }]) => [name, body]),
		);
		const result = {
			result: toJsonShape(outcomes.results),
			result_error: toJsonShape(errors),
			result_total: [],
			result_next: [],
			result_time: toJsonShape(outcomes.times),
		};
		return { status: 200, headers: {}, body: { result, time } };
	}

	return {
		arrive(sending, halt, fault, access, answer) {
			const refusal = refusalOf(sending, access) ?? refusalBy(fault, access.secrets);
			if (refusal) {
				sending.fate = `refused: ${String(refusal.code)}`;
				for (const command of sending.commands) command.refusal = String(refusal.code);
				answer(refusal.reply);
				return;
			}
			const startMs = world.now();
			const ran = !(fault && 'ran' in fault) || fault.ran;
			const workMs = room.plan.requestMs + (fault?.kind === 'slow' ? fault.ms : 0);
			const run = () => {
				const commands = ran ? sending.commands : [];
				runCommands(room, { ...sending, commands }, halt, fault, (outcomes) => {
					answer(distort(finish(sending, startMs, outcomes), sending, fault));
				});
			};
			if (workMs > 0) world.at(world.now() + workMs, run);
			else run();
		},
		heal() {
			const healthy = { ...plan, burst: 0, workingSeconds: 0, neighbour: 0 };
			hasRoom = openBucket(world, healthy);
			room = { ...room, plan: healthy, workingTime: openWorkingTime(world, 0) };
			for (const workflow of workflows.values()) workflow.heal();
		},
	};
}
