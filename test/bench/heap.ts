import { progress } from './progress';
import { runTrial, type TrialOptions } from './trial';

const STEP = 16;
const LEAST = 64;
const MOST = 512;

/** The smallest heap in which a trial passes, in MiB: found by halving, with a process of its own for each try. */
export async function smallestHeap(trial: TrialOptions): Promise<number> {
	let tooSmall = LEAST - STEP;
	let enough = MOST;
	while (enough - tooSmall > STEP) {
		const middle = tooSmall + Math.ceil((enough - tooSmall) / STEP / 2) * STEP;
		if (await passes({ ...trial, heapMebibytes: middle })) enough = middle;
		else tooSmall = middle;
	}
	// Whatever else kept it from passing would have been taken for a heap too small.
	if (enough === MOST && !(await passes({ ...trial, heapMebibytes: MOST }))) {
		throw new Error(`${trial.method} does not pass in ${MOST} MiB either.`);
	}
	return enough;
}

async function passes(trial: TrialOptions): Promise<boolean> {
	const passed = await runTrial(trial).then(
		({ broken, requests, missing }) => broken === undefined && (requests === 0 || missing === 0),
		() => false,
	);
	progress(`  ${trial.method} in ${trial.heapMebibytes} MiB: ${passed ? 'passes' : 'does not pass'}`);
	return passed;
}
