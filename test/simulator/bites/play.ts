/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions -- runs a command */
import { spawnSync } from 'node:child_process';
import { checkSeed } from '../check';
import type { Bite } from './bites';
import { copyWith, removeCopy } from './copy';

/** What the simulator has made of a fault that was put back. */
export interface Bitten {
	bite: Bite;
	/** The seed that found it; undefined: none did. */
	seed?: number;
	/** What spoke against it first. */
	detail: string;
}

/**
 * Runs the simulator in a copy of the sources that has the fault.
 * @param runs that it gets to find it, with seeds that find nothing without it
 */
export async function playBite(bite: Bite, runs: number, seed: number): Promise<Bitten> {
	const folder = copyWith(bite.changes);
	try {
		for (let first = seed; first < seed + runs; ) {
			const bitten = playCopy(folder, bite, seed + runs - first, first);
			if (bitten.seed === undefined || !(await checkSeed(bitten.seed, false))) return bitten;
			first = bitten.seed + 1;
		}
		return { bite, detail: 'Every seed that found something finds it without the fault, too' };
	} finally {
		removeCopy(folder);
	}
}

function playCopy(folder: string, bite: Bite, runs: number, seed: number): Bitten {
	const given = ['--runs', String(runs), '--seed', String(seed), '--as-drawn'];
	const { stdout, stderr } = spawnSync(
		process.execPath,
		['--import', 'tsx', 'test/simulator/main.ts', ...given],
		{ cwd: folder, encoding: 'utf8', maxBuffer: 100 * 1024 * 1024 },
	);
	const found = /=== Seed (\d+)/.exec(stdout)?.[1];
	const detail = /^ {3}- (.*)$/m.exec(stdout)?.[1] ?? (stderr.trim() || stdout.trim());
	return { bite, seed: found === undefined ? undefined : Number(found), detail: detail.slice(0, 300) };
}

export const toReport = ({ bite: { row, sentence }, seed, detail }: Bitten): string =>
	`${seed === undefined ? 'NOT FOUND' : `found by seed ${seed}`} (${row}) ${sentence}\n   ${detail}`;
