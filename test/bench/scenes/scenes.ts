import { enterprise } from './enterprise';
import { latency } from './latency';
import { neighbour } from './neighbour';
import { note } from './note';
import { oneItem } from './oneItem';
import { ordinary } from './ordinary';
import { ownCost } from './ownCost';
import type { Scene } from './scene';
import { workers } from './workers';

/** By the names of the command line, in the order of the results. */
export const SCENES: Record<string, Scene> = {
	ownCost,
	oneItem,
	latency,
	ordinary,
	enterprise,
	neighbour,
	workers,
	note,
};
