import fc from 'fast-check';
import { rarely, often } from './frequency';
import type { ItemPlan } from './itemPlans';
import type { ExecutionPlan, NodePlan, RetryPlan, TurnPlan } from './scenario';

const LISTS: Array<RetryPlan['list']> = [
	'same',
	'reversed',
	'newFirst',
	'withoutFirst',
	'rotated',
	'lastTwice',
];

const drawnTries = fc.record({ tries: fc.integer({ min: 2, max: 3 }), waitMs: fc.constantFrom(0, 1000) });

/** @param operations most often the first */
export const drawnNode = (...operations: Array<NodePlan['operation']>): fc.Arbitrary<NodePlan> =>
	fc.record({
		operation: fc.constantFrom(...operations),
		credential: fc.nat(2),
		onError: fc.constantFrom('continueErrorOutput', 'continueRegularOutput', 'stopWorkflow'),
		maxWaitSeconds: fc.constantFrom(undefined, 30, 3, 1, 0),
		lanes: fc.constantFrom(undefined, 1, 2, 10),
		resultField: often(undefined, fc.constantFrom('', 'outcome', ' spaced ', '__proto__', 'error'), 8),
		retries: rarely(drawnTries, undefined, 4),
		worked: fc.boolean(),
		isTool: rarely(fc.constant(true), false),
	});

/** What the executions of a scenario are like. */
export interface ExecutionKind {
	item: fc.Arbitrary<ItemPlan>;
	mostItems: number;
	/** Longest time between their beginnings. */
	apartMs: number[];
	fewestRetries: number;
	/** One in so many is stopped. */
	stopped: number;
}

const drawnTurn = ({ item, mostItems }: ExecutionKind): fc.Arbitrary<TurnPlan> =>
	fc
		.record({
			times: rarely(fc.constantFrom(2, 3), 1, 6),
			repeated: rarely(fc.constantFrom(4, 4, 16), 1, 20),
			items: rarely(fc.array(item, { minLength: 1, maxLength: 2 * mostItems }), undefined, 6).chain((many) =>
				many === undefined ? fc.array(item, { minLength: 1, maxLength: mostItems }) : fc.constant(many),
			),
			node: fc.nat(2),
		})
		.map(({ items, repeated, ...more }) => ({
			...more,
			items: Array.from({ length: repeated }, () => items).flat(),
		}));

export const drawnExecution = (kind: ExecutionKind): fc.Arbitrary<ExecutionPlan> =>
	fc.record({
		turns: rarely(fc.constant(2), 1, 5).chain((most) =>
			fc.array(drawnTurn(kind), { minLength: 1, maxLength: most }),
		),
		afterwards: fc.array(
			fc.record({ afterMs: fc.constantFrom(10, 2000, 700_000), list: fc.constantFrom(...LISTS) }),
			{ minLength: kind.fewestRetries, maxLength: 3 },
		),
		startMs: fc.constantFrom(...kind.apartMs),
		process: fc.constantFrom(0, 0, 0, 1),
		commonTexts: fc.boolean(),
		stopMs: rarely(fc.nat(8000), undefined, kind.stopped),
		savesProgress: rarely(fc.constant(true), false),
		recovery: fc.constantFrom('nodeIsLast', 'nodeIsNotLast', 'noLogs'),
	});
