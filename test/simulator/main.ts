/* eslint-disable @n8n/community-nodes/no-restricted-globals, no-console -- a command */
import { readArguments, type Arguments } from './arguments';
import { BITES } from './bites/bites';
import { playBite, toReport as toWords } from './bites/play';
import { checkSeed } from './check';
import { tell } from './story/story';
import { playWorkers, toReport } from './workers';

/**
 * `npm run simulate -- [--runs N] [--seed S]`: N runs, each from the seed after the one before, until one finds a fault.
 * `npm run simulate -- --workers N`: how N workers of n8n get on at one portal.
 * `npm run simulate -- --bites`: whether it finds known faults when they are put back.
 */
async function main(): Promise<void> {
	const given = readArguments(process.argv.slice(2));
	process.exitCode = (await play(given)) ? 0 : 1;
}

async function play(given: Arguments): Promise<boolean> {
	if (given.bites) return await playBites(given);
	return given.workers > 0 ? await playTogether(given) : await playRuns(given);
}

async function playBites({ runs, seed }: Arguments): Promise<boolean> {
	let isWell = true;
	for (const bite of BITES) {
		const bitten = await playBite(bite, runs, seed);
		console.log(toWords(bitten));
		isWell &&= bitten.seed !== undefined;
	}
	return isWell;
}

async function playTogether({ workers, lines, seed }: Arguments): Promise<boolean> {
	const together = await playWorkers(workers, lines, seed);
	console.log(toReport(together));
	return together.failed === 0 && together.findings.length === 0;
}

async function playRuns({ runs, seed, most, showsScenario, shrinks }: Arguments): Promise<boolean> {
	const startedMs = performance.now();
	const before = process.cpuUsage();
	let found = 0;
	let done = 0;
	for (; done < runs && found < most; done += 1) {
		const fault = await checkSeed(seed + done, shrinks);
		if (fault === undefined) continue;
		found += 1;
		console.log(
			`\n=== Seed ${fault.seed} has found a fault. Again: npm run simulate -- --runs 1 --seed ${fault.seed}\n`,
		);
		console.log(tell(fault.evidence, fault.findings));
		if (showsScenario) console.log(JSON.stringify(fault.scenario));
	}
	const { user, system } = process.cpuUsage(before);
	const minutes = (user + system) / 60e6;
	console.log(
		`${done} runs from seed ${seed}: ${found === 0 ? 'nothing found' : `${found} found something`}. ` +
			`${((performance.now() - startedMs) / 1000).toFixed(1)} s, ${Math.round(done / minutes)} runs a minute of one core.`,
	);
	return found === 0;
}

void main();
