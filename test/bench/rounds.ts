import { TITLES } from './methods/methods';
import { progress } from './progress';
import { toRow, type Row } from './report/row';
import { runTrial, type Trial, type TrialOptions } from './trial';

async function observed(options: TrialOptions): Promise<Trial> {
	const trial = await runTrial(options);
	const { method, lines, workflows, seconds, broken } = trial;
	progress(`  ${TITLES[method]}: ${lines} lines, ${workflows} workflows, ${seconds.toFixed(2)} s`);
	if (broken) progress(`  ended early: ${broken}`);
	return trial;
}

/** Each trial several times, alone and in turn, so that none of them has the better minutes of the machine. */
export async function inTurn(trials: TrialOptions[], rounds: number): Promise<Row[]> {
	const results = trials.map((): Trial[] => []);
	for (let round = 0; round < rounds; round += 1) {
		for (const [index, trial] of trials.entries()) results[index].push(await observed(trial));
	}
	return results.map(toRow);
}

/**
 * For trials that do little but wait, several at the same time.
 *
 * @param trials the same one several times gives one row of medians; the long ones should come first
 */
export async function sideBySide(trials: TrialOptions[], atOnce: number): Promise<Row[]> {
	const results: Trial[] = [];
	const left = trials.entries();
	const work = async () => {
		for (const [index, trial] of left) results[index] = await observed(trial);
	};
	await Promise.all(Array.from({ length: atOnce }, work));
	return [...new Set(trials)].map((trial) => toRow(results.filter((_, index) => trials[index] === trial)));
}

/** All at the same time, and none starts before all of them are ready: processes need the processor to get up. */
export async function together(trials: TrialOptions[]): Promise<Row[]> {
	let open = () => {};
	let ready = 0;
	const opened = new Promise<void>((resolve) => (open = resolve));
	const gate = async () => {
		ready += 1;
		if (ready === trials.length) open();
		await opened;
	};
	return await sideBySide(
		trials.map((trial) => ({ ...trial, gate })),
		trials.length,
	);
}
