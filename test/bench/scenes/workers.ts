import { progress } from '../progress';
import { markdownTable } from '../report/columns';
import { count, percent, ratio, short } from '../report/numbers';
import { runCrowd, type CrowdResult } from '../workers';
import type { Scene, Target } from './scene';

const LIMIT = { burst: 50, perSecond: 2 };
const IN_A_BATCH = 50;
/** Of each process, so that its own workflows never hold it up. */
const WORKFLOWS = 400;

const FULL = { crowds: [1, 4, 16], lines: 20_000 };
const QUICK = { crowds: [2], lines: 2800 };

const TITLES = [
	...[
		'n8n processes',
		'requests',
		'seconds',
		'ideal seconds',
		'× ideal',
		'refused',
		'each done after, s',
		'fairness',
	],
	...['in the log', 'missing', 'doubled', 'workflows out of order'],
];

/** n8n's workers at one portal, which share its limits and nothing else. */
export const workers: Scene = async (quick) => {
	const { crowds, lines } = quick ? QUICK : FULL;
	const rows: string[][] = [];
	const targets: Target[] = [];
	for (const processes of crowds) {
		const share = lines / processes;
		const result = await runCrowd({
			...{ processes, lines: share, workflows: WORKFLOWS },
			rules: { requestLimit: LIMIT },
		});
		const ideal = Math.max(processes * Math.ceil(share / IN_A_BATCH) - LIMIT.burst, 0) / LIMIT.perSecond;
		rows.push(cells(result, ideal, share));
		progress(`  ${rows.at(-1)!.join(', ')}`);
		for (const reason of result.broken) progress(`  ended early: ${reason}`);
		targets.push(...targetsOf(result, ideal, share, lines));
	}
	return {
		title: 'Many workers at one portal',
		text: [
			`${count(lines)} lines in equal parts over so many n8n processes, all starting together, each with ${WORKFLOWS} workflows of ` +
				'its own. Ordinary limits: 50 requests at once, then 2 a second, for all of them together. Ideal: (requests − ' +
				`${LIMIT.burst}) / ${LIMIT.perSecond} seconds, with a request for each ${IN_A_BATCH} lines. Seconds: until the last one is done. ` +
				'Fairness: Jain’s index of the lines a second of each process; 1 is equal, and one that takes all is 1 / processes. ' +
				'One round, in real time.',
		],
		table: markdownTable(TITLES, rows),
		targets,
	};
};

/** @see https://en.wikipedia.org/wiki/Fairness_measure */
function fairnessOf({ seconds }: CrowdResult, share: number): number {
	const speeds = seconds.map((one) => share / one);
	const sum = speeds.reduce((total, speed) => total + speed, 0);
	return sum ** 2 / (speeds.length * speeds.reduce((total, speed) => total + speed ** 2, 0));
}

function cells(result: CrowdResult, ideal: number, share: number): string[] {
	const { seconds, requests, refusals, inLog, missing, doubled, disordered } = result;
	const [first, last] = [Math.min(...seconds), Math.max(...seconds)];
	return [
		...[count(seconds.length), count(requests), short(last), short(ideal)],
		missing > 0 ? 'lines lost' : ratio(last / ideal),
		percent(refusals / requests),
		seconds.length > 1 ? `${short(first)}–${short(last)}` : short(last),
		ratio(fairnessOf(result, share)),
		...[inLog, missing, doubled, disordered].map(count),
	];
}

function targetsOf(result: CrowdResult, ideal: number, share: number, lines: number): Target[] {
	const { seconds, requests, refusals, missing, doubled } = result;
	const times = Math.max(...seconds) / ideal;
	const refused = refusals / requests;
	const fairness = fairnessOf(result, share);
	const crowd = `${count(lines)} lines, ${seconds.length} n8n process${seconds.length > 1 ? 'es' : ''}`;
	const whole = missing === 0 && doubled === 0;
	const targets: Target[] = [
		{
			goal: `${crowd}: at most 1.05 × the ideal time, no line missing or doubled`,
			figure: whole ? `${ratio(times)} ×` : `${count(missing)} missing, ${count(doubled)} doubled`,
			reached: times <= 1.05 && whole,
		},
		{ goal: `${crowd}: at most 5 % refused`, figure: percent(refused), reached: refused <= 0.05 },
	];
	if (seconds.length === 1) return targets;
	const fair = { goal: `${crowd}: fairness at least 0.9`, figure: ratio(fairness), reached: fairness >= 0.9 };
	return [...targets, fair];
}
