/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { setTimeout as sleep } from 'node:timers/promises';
import { until } from '../n8n/until';
import { randomFrom } from '../simulator/world/random';
import { judge } from './judging';
import { notedIn } from './noted';
import { prepare, type Running } from './running';
import { drawScenes } from './scenes';
import { openKilledStage, type Kill, type KilledStage } from './stage';

/**
 * n8n is killed in the middle of many executions at once and started again, and somebody presses Retry on all of them;
 * the same once more in the middle of the Retries. Each time the nodes before hand over other lists.
 *
 * KILLED_SEEDS=1,2,3 repeats certain runs.
 */

const SEEDS = (process.env.KILLED_SEEDS ?? String(Date.now() % 100_000)).split(',').map(Number);

let stage: KilledStage;
beforeAll(async () => {
	stage = await openKilledStage();
});
afterAll(async () => await stage?.close());

/** @param moment so many milliseconds after the next request */
async function killAfter(moment: number): Promise<Kill> {
	const seen = stage.portal.requests.length;
	await until('a request', 60, async () => stage.portal.requests.length > seen || undefined);
	await sleep(moment);
	return await stage.kill();
}

const few = (lines: string[]): string[] =>
	lines.length > 3 ? [...lines.slice(0, 3), `and ${lines.length - 3} more`] : lines;

/** What cannot be looked up any more, as no item sends it, stays in n8n's database until others push it out. */
function leftOver({ handed, scene }: Running): number {
	if (scene.savesProgress) return Infinity;
	const last = new Set(handed.at(-1));
	return new Set(handed.flat().filter((line) => !last.has(line))).size;
}

it.each(SEEDS)('Nothing is lost, and nothing doubled but what nobody could know: seed %i', async (seed) => {
	const random = randomFrom(seed);
	stage.portal.clear();
	stage.lists.open(false);
	const all: Running[] = [];
	for (const scene of drawScenes(random)) all.push(await prepare(stage, scene, seed));

	await Promise.all(all.map(async (one) => await one.start()));
	const kills = [await killAfter(random() * 3000)];
	await stage.start();
	// Some Retries may not have begun when n8n is killed.
	const retries = Promise.allSettled(all.map(async (one) => await one.retry()));
	kills.push(await killAfter(1000 + random() * 3000));
	await retries;
	await stage.start();
	stage.lists.open(true);
	await Promise.all(all.map(async (one) => await one.retry()));

	const found: object[] = [];
	for (const one of all) {
		const { status } = await one.ended();
		const { lost, doubled } = judge(one.handed, kills, one.log(), one.requests());
		found.push({ scene: one.scene.name, status, lost: few(lost), doubled: few(doubled) });
	}
	const wanted = all.map(({ scene }) => ({ scene: scene.name, status: 'success', lost: [], doubled: [] }));
	expect(found).toEqual(wanted);
	const noted = await notedIn(stage);
	const left = all.filter((one) => (noted.get(one.workflow.id) ?? 0) > leftOver(one));
	expect(left.map(({ scene }) => scene.name)).toEqual([]);
});
