import type { Scenario } from './drawing/scenario';
import type { Evidence } from './judging/evidence';
import { openExecutions } from './n8n/executions';
import { openInstallation } from './n8n/installation';
import type { OpenProcess } from './n8n/n8nProcess';
import { playProbes } from './probes';
import { randomFrom } from './world/random';
import { openWorld } from './world/world';

/** A winter's day: the portal's minutes and n8n's milliseconds begin somewhere. */
export const START_MS = Date.UTC(2026, 0, 15, 12);
/** Timers that were cut short come to their end in this time. */
const AFTERMATH_MS = 1500;

export interface SimulateOptions {
	/** When everything is well again, it goes on with a line for each workflow. */
	probes?: boolean;
	startMs?: number;
	/** Makes what the nodes of a process share. */
	memory?: OpenProcess;
}

/** Plays one scenario from its beginning until everything is over. */
export async function simulate(
	scenario: Scenario,
	{ probes = true, startMs = START_MS, memory }: SimulateOptions = {},
): Promise<Evidence> {
	const world = openWorld(startMs);
	const installation = openInstallation(world, scenario, memory);
	const executions = openExecutions(world, scenario, installation, randomFrom(scenario.chance + 1));
	let unstarted = scenario.executions.length;
	for (const plan of scenario.executions) {
		world.at(startMs + plan.startMs, () => {
			unstarted -= 1;
			executions.start(plan);
		});
	}
	const goesOn = () => unstarted > 0 || executions.open() > 0;
	for (const { process, step } of scenario.kills) {
		world.afterStep(step, () => goesOn() && executions.kill(process));
	}

	const pause = await world.play(goesOn);
	const endMs = world.now();
	const evidence: Evidence = {
		...{ scenario, installation, pause, startMs, endMs, probes: [] },
		sendings: [...installation.network.sendings],
		executions: [...executions.all],
		attempts: [...executions.attempts],
		leftTimers: [],
		leftTexts: installation.database.entries(),
		complaints: [],
	};
	if (pause === 'asked') {
		world.at(endMs + AFTERMATH_MS, () => {});
		await world.play(() => world.now() < endMs + AFTERMATH_MS);
		evidence.leftTimers = installation.processes.flatMap(({ clock }) => clock.pending());
		if (probes) evidence.probes = await playProbes(world, installation);
		evidence.sendings.push(...installation.network.sendings.slice(evidence.sendings.length));
	}
	evidence.complaints = installation.processes.flatMap(({ clock }) => clock.complaints);
	return evidence;
}
