import { openWorld } from '../world/world';
import { openDatabase } from './database';

const ONE = { process: 1, lineage: 0 };
const OTHER = { process: 2, lineage: 1 };

function open(plan: { failing?: number[] } = {}) {
	const world = openWorld(0);
	const database = openDatabase(world, { ms: 10, failing: [], filled: false, ...plan }, () => 0.5);
	const settled = async <T>(...work: Array<Promise<T>>) => {
		const all = Promise.allSettled(work);
		await world.play(() => true);
		return await all;
	};
	return { database, settled };
}

it('A text is new once', async () => {
	const { database, settled } = open();
	await settled(database.check('row', ['a'], 10, ONE));
	const [again] = await settled(database.check('row', ['a', 'b'], 10, ONE));
	expect(again).toMatchObject({ value: { new: ['b'], processed: ['a'] } });
});

it('The oldest fall out when there are too many', async () => {
	const { database, settled } = open();
	await settled(database.check('row', ['a', 'b', 'c'], 10, ONE));
	await settled(database.check('row', ['d'], 2, ONE));
	expect(database.entries().map(({ text }) => text)).toEqual(['c', 'd']);
	expect(database.robberies).toHaveLength(2);
});

it('Of two processes that write at the same time one writes over the other, and that is seen', async () => {
	const { database, settled } = open();
	await settled(database.check('row', ['first'], 10, ONE));
	await settled(database.check('row', ['a'], 10, ONE), database.check('row', ['b'], 10, OTHER));
	expect(database.entries()).toHaveLength(2);
	expect([database.robberies.length, database.clashes]).toEqual([1, []]);
});

it('Of two executions of one process it is a clash', async () => {
	const { database, settled } = open();
	await settled(database.check('row', ['first'], 10, ONE));
	const neighbour = { ...ONE, lineage: 5 };
	await settled(database.check('row', ['a'], 10, ONE), database.check('row', ['b'], 10, neighbour));
	expect(database.clashes).toHaveLength(1);
});

it('Only one of two can make the row', async () => {
	const { database, settled } = open();
	const both = await settled(database.check('row', ['a'], 10, ONE), database.check('row', ['b'], 10, OTHER));
	expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});

it('A killed process never learns what came of it, though it may have been written', async () => {
	const { database, settled } = open();
	let learnt = false;
	void database.check('row', ['a'], 10, ONE).then(() => (learnt = true));
	database.forget(ONE.process);
	await settled();
	expect(learnt).toBe(false);
});

it('An operation can fail', async () => {
	const { database, settled } = open({ failing: [1] });
	const both = [await settled(database.count('row', ONE)), await settled(database.count('row', ONE))];
	expect(both.flat().map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
});
