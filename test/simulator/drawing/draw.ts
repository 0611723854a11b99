import fc from 'fast-check';
import { drawnExecution, drawnNode, type ExecutionKind } from './drawExecutions';
import { drawnFault, drawnRenewal } from './drawFaults';
import { drawnItem } from './drawItems';
import { drawnCredential, drawnDatabase, drawnPortal, drawnWorkflow } from './drawPortals';
import { fitted } from './fit';
import { rarely } from './frequency';
import type { KillPlan, Scenario } from './scenario';

interface Theme {
	execution: ExecutionKind;
	mostExecutions: number;
	mostFaults: number;
	operations: Array<'log' | 'send'>;
	kills: fc.Arbitrary<KillPlan[]>;
}

const kill: fc.Arbitrary<KillPlan> = fc.record({
	process: fc.constantFrom(0, 0, 0, 1),
	step: fc.constantFrom(12, 40, 120).chain((most) => fc.nat(most)),
});

/** A little of everything. */
const ANYTHING: Theme = {
	execution: {
		item: drawnItem('plain'),
		mostItems: 3,
		apartMs: [0, 0, 1, 30, 500, 4000],
		fewestRetries: 0,
		stopped: 6,
	},
	mostExecutions: 3,
	mostFaults: 4,
	operations: ['log', 'log', 'send'],
	kills: rarely(fc.array(kill, { maxLength: 2 }), [], 10),
};

/** Processes are killed between requests, and executions tried again: lines go alone, so that there are many requests. */
const KILLED: Theme = {
	execution: {
		item: drawnItem('plain', 'reference'),
		mostItems: 6,
		apartMs: [0, 0, 0, 30],
		fewestRetries: 1,
		stopped: 20,
	},
	mostExecutions: 2,
	mostFaults: 1,
	operations: ['log'],
	kills: fc.array(kill, { minLength: 1, maxLength: 2 }),
};

/** Many at the same time, who get into each other's way. */
const CROWDED: Theme = {
	execution: {
		item: drawnItem('plain', 'reference'),
		mostItems: 3,
		apartMs: [0, 0, 1, 100],
		fewestRetries: 0,
		stopped: 6,
	},
	mostExecutions: 5,
	mostFaults: 3,
	operations: ['log', 'send'],
	kills: fc.constant([]),
};

const fault = fc.record({ request: fc.constantFrom(0, 0, 1, 1, 2, 3, 4, 6, 9, 14), fault: drawnFault });

/** Shrunken in the order of its fields: first what makes a history long. */
const scenarioOf = ({
	execution,
	mostExecutions,
	mostFaults,
	operations,
	kills,
}: Theme): fc.Arbitrary<Scenario> =>
	fc
		.record({
			executions: fc.array(drawnExecution(execution), { minLength: 1, maxLength: mostExecutions }),
			kills,
			faults: fc.array(fault, { maxLength: mostFaults }),
			nodes: fc.array(drawnNode(...operations), { minLength: 1, maxLength: 2 }),
			portals: rarely(fc.constant(2), 1, 8).chain((most) =>
				fc.array(drawnPortal, { minLength: 1, maxLength: most }),
			),
			workflows: fc.array(drawnWorkflow, { minLength: 2, maxLength: 3 }),
			credentials: fc.array(drawnCredential, { minLength: 1, maxLength: 2 }),
			renewals: fc.array(drawnRenewal, { maxLength: 3 }),
			database: drawnDatabase,
			oldN8n: rarely(fc.constant(true), false, 20),
			chance: fc.nat(1_000_000),
		})
		.map(fitted);

/** Everything that can be told apart in one run. */
export const drawnScenario: fc.Arbitrary<Scenario> = fc.oneof(
	{ weight: 5, arbitrary: scenarioOf(ANYTHING) },
	{ weight: 3, arbitrary: scenarioOf(KILLED) },
	{ weight: 2, arbitrary: scenarioOf(CROWDED) },
);
