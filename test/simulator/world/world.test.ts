import { openProcessClock } from './processClock';
import { openWorld } from './world';

it('Events happen in the order of their time, and at the same time in the order in which they were added', async () => {
	const world = openWorld(100);
	const happened: string[] = [];
	world.at(300, () => happened.push('third'));
	world.at(200, () => happened.push('first'));
	world.at(200, () => happened.push('second'));
	world.at(150, () => happened.push('never'))();
	expect(await world.play(() => true)).toBe('nothing left');
	expect([happened, world.now()]).toEqual([['first', 'second', 'third'], 300]);
});

it('What would never end is noticed', async () => {
	const world = openWorld(0);
	const again = () => void world.at(world.now() + 1, again);
	again();
	expect(await world.play(() => true)).toBe('no end');
});

it('Chains of promises come to their end before time goes on', async () => {
	const world = openWorld(0);
	let steps = 0;
	const chain = async () => {
		for (let step = 0; step < 500; step += 1) await Promise.resolve();
		steps = 500;
	};
	world.at(1, () => void chain());
	world.at(2, () => expect(steps).toBe(500));
	await world.play(() => true);
	expect(steps).toBe(500);
});

describe('The clock of a process', () => {
	const open = () => {
		const world = openWorld(0);
		return { world, clock: openProcessClock(world, () => 0.5) };
	};

	it('waits, and tells until when', async () => {
		const { world, clock } = open();
		let over = false;
		void clock.wait(1000).then(() => (over = true));
		expect(clock.pending()).toEqual([1000]);
		await world.play(() => true);
		expect([over, world.now(), clock.pending()]).toEqual([true, 1001, []]);
	});

	it('sees a signal a little late, as the real one does', async () => {
		const { world, clock } = open();
		const stop = new AbortController();
		let overMs = 0;
		void clock.wait(60_000, stop.signal).then(() => (overMs = world.now()));
		world.at(500, () => stop.abort());
		await world.play(() => true);
		expect(overMs).toBe(550);
	});

	it('goes on for nobody once the process is killed', async () => {
		const { world, clock } = open();
		let over = false;
		void clock.wait(10).then(() => (over = true));
		clock.kill();
		await world.play(() => true);
		expect([over, clock.pending()]).toEqual([false, []]);
	});

	it('complains of a time that is no number', async () => {
		const { clock } = open();
		await clock.wait(NaN);
		expect(clock.complaints).toHaveLength(1);
	});
});
