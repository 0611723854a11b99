import type { N8n } from './n8n';
import { run, untilKilled, type Portal } from './playing';
import { MOST_DOUBLED, numbered, openScene, type Scene } from './scene';

/** A process is killed in the middle of a run, and somebody presses Retry; the nodes before hand over another list. */

let n8n: N8n;
let portal: Portal;
let scene: Scene;
beforeEach(() => {
	scene = openScene();
	({ n8n, portal } = scene);
});

const lines = numbered(1000);
const changes: Array<[string, (lines: string[]) => string[]]> = [
	['the same lines', (all) => all],
	['another order', (all) => [...all].reverse()],
	['another first line', (all) => ['new', ...all.slice(1)]],
	['one more at the beginning', (all) => ['new', ...all]],
	['fewer', (all) => all.slice(3)],
	['every other one new', (all) => all.flatMap((line) => [line, `${line} new`])],
];

describe.each(changes)('With %s, Retry of a killed execution', (_name, change) => {
	it.each([150, 500, 950])(
		'loses nothing and repeats only what was not noted: killed at line %i',
		async (logged) => {
			const data = await scene.killedAt(logged, lines);
			const before = portal.log.length;
			expect(before).toBeGreaterThan(MOST_DOUBLED);
			const list = change(lines);
			const { acceptedEarlier } = await scene.retried(data, list);
			expect(list.filter((line) => scene.times(line) === 0)).toEqual([]);
			expect(lines.filter((line) => scene.times(line) > 1).length).toBeLessThanOrEqual(MOST_DOUBLED);
			expect(acceptedEarlier.length).toBeGreaterThan(before - MOST_DOUBLED - 3);
		},
	);

	it('can be killed and tried again itself', async () => {
		const first = await scene.killedAt(300, lines);
		const second = n8n.startProcess();
		const execution = second.retry(first);
		second.killWhen(() => portal.log.length >= 650);
		await untilKilled(second, run({ process: second, execution, portal }, change(lines)));
		await scene.retried(first, lines);
		expect(lines.filter((line) => scene.times(line) === 0)).toEqual([]);
		expect(lines.filter((line) => scene.times(line) > 1).length).toBeLessThanOrEqual(2 * MOST_DOUBLED);
	});
});

it('Equal lines are counted: what was accepted twice is not sent a third time, and the others are', async () => {
	const equal = Array.from({ length: 600 }, (_, index) => `line ${index % 3}`);
	const data = await scene.killedAt(300, equal);
	const before = portal.log.length;
	const { acceptedEarlier } = await scene.retried(data, equal);
	expect(acceptedEarlier.length).toBeGreaterThanOrEqual(before - MOST_DOUBLED);
	expect(portal.log.length - equal.length).toBe(before - acceptedEarlier.length);
});
