import type { MethodName } from '../messages';
import { TITLES } from '../methods/methods';
import { measureOneItem } from '../oneItem';
import { progress } from '../progress';
import { markdownTable } from '../report/columns';
import { count } from '../report/numbers';
import { median } from '../report/row';
import { runTrial } from '../trial';
import type { Scene } from './scene';

const METHODS: MethodName[] = ['bizprocLog', 'allAtOnce'];

/** The step most workflows have: one line. */
export const oneItem: Scene = async (quick) => {
	const repetitions = quick ? 30 : 400;
	const requests: number[] = [];
	for (const method of METHODS) requests.push((await runTrial({ method, lines: 1, workflows: 1 })).requests);
	const times = await measureOneItem(METHODS, repetitions);
	const medians = METHODS.map((method) => median(times.get(method)!) * 1000);
	const [ours, theirs] = medians;
	progress(`  One item: ${medians.map((ms) => `${ms.toFixed(2)} ms`).join(' against ')}`);

	const lines = METHODS.map((method, index) => [
		method === 'allAtOnce' ? 'HTTP Request node' : TITLES[method],
		count(requests[index]),
		medians[index].toFixed(2),
	]);
	const share = ours / theirs - 1;
	return {
		title: 'One item',
		text: [
			`One execution with one item, ${repetitions} times, the two nodes in turn in one process, no limits and no latency. ` +
				'The time is that of the whole execution in the engine; the first quarter does not count.',
		],
		table: markdownTable(['node', 'requests', 'median, ms'], lines),
		targets: [
			{ goal: 'One item: one request', figure: count(requests[0]), reached: requests[0] === 1 },
			{
				goal: 'One item: not slower than the HTTP Request node by more than 5 %',
				figure: `${Math.abs(share * 100).toFixed(1)} % ${share > 0 ? 'slower' : 'faster'}`,
				reached: share <= 0.05,
			},
		],
	};
};
