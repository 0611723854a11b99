import fc from 'fast-check';
import { drawnScenario } from './drawing/draw';
import type { Scenario } from './drawing/scenario';
import type { Evidence } from './judging/evidence';
import { judge, type Finding } from './judging/invariants';
import { simulate } from './simulate';

/** A run that found something, shrunken as far as it goes on finding something. */
export interface Found {
	seed: number;
	scenario: Scenario;
	evidence: Evidence;
	findings: Finding[];
}

/** A shorter history is worth this much. */
const LONGEST_SHRINKING_MS = 30_000;

/** One run. @returns what it has found, if it has */
export async function checkSeed(seed: number, shrinks = true): Promise<Found | undefined> {
	const property = fc.asyncProperty(
		drawnScenario,
		async (scenario) => judge(await simulate(scenario)).length === 0,
	);
	const result = await fc.check(property, {
		...{ seed, numRuns: 1, endOnFailure: !shrinks, interruptAfterTimeLimit: LONGEST_SHRINKING_MS },
	});
	if (!result.failed) return undefined;
	const [scenario] = result.counterexample!;
	const evidence = await simulate(scenario);
	return { seed, scenario, evidence, findings: judge(evidence) };
}
