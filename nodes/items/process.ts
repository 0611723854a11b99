import { openPortals, type Portals } from '../portal/portals';
import { realClock, type Clock } from '../portal/wire/clock';
import { openSharedMemory, type SharedMemory } from './memory/memory';

/** All that one process of n8n shares between its executions. Nothing of one execution stays in it. */
export interface Process {
	clock: Clock;
	portals: Portals;
	memory: SharedMemory;
}

export const openProcess = (clock: Clock, random: () => number): Process => ({
	clock,
	portals: openPortals(clock, random),
	memory: openSharedMemory(clock),
});

export const thisProcess = openProcess(realClock, Math.random);
