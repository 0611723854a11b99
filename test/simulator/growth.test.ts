/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- looks at the heap */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { drawnScenario } from './drawing/draw';
import type { Scenario } from './drawing/scenario';
import { openLongLife } from './n8n/n8nProcess';
import { simulate, START_MS } from './simulate';
import { randomFrom } from './world/random';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** One after the other in one and the same process of n8n. */
const SCENARIOS = 1500;
/** Until then V8 itself is still getting to know the code. */
const WARM = 900;
/** In which much would be kept of each, if anything was: the ids of workflows are as long as this. */
const LONG_NAME = 5000;
const MOST_BYTES = 300_000;
const DAY_MS = 24 * 60 * 60 * 1000;

it('A process does not grow, whatever happens in it', async () => {
	const memory = openLongLife(randomFrom(1));
	const drawn = fc.sample(drawnScenario, { seed: 1, numRuns: 300 });
	const used: number[] = [];
	for (let index = 0; index < SCENARIOS; index += 1) {
		const { executions, ...scenario } = drawn[index % drawn.length];
		const name = `${index}${'x'.repeat(LONG_NAME)}`;
		const one: Scenario = { ...scenario, name, executions: executions.slice(0, 2), kills: [] };
		await simulate(one, { probes: false, startMs: START_MS + index * DAY_MS, memory });
		if (index < WARM || index % 50 !== 0) continue;
		collect();
		used.push(process.memoryUsage().heapUsed);
	}
	const half = used.length / 2;
	const least = (values: number[]) => Math.min(...values);
	expect(least(used.slice(half)) - least(used.slice(0, half))).toBeLessThan(MOST_BYTES);
});
