import { addTo, countOf, isIn, itemsIn, type Ranges } from '../../../../nodes/items/memory/ranges';

const made = (items: number[]): Ranges => {
	const ranges: Ranges = [];
	for (const item of items) addTo(ranges, item);
	return ranges;
};

describe('A set of item numbers', () => {
	it('stays two numbers long while items come in order', () => {
		expect(made(Array.from({ length: 5000 }, (_, item) => item))).toEqual([0, 4999]);
	});
	it('is as short as can be in whatever order items come', () => {
		expect(made([5, 1, 2, 0, 9, 8, 2, 4])).toEqual([0, 2, 4, 5, 8, 9]);
		expect(made([0, 2, 1])).toEqual([0, 2]);
	});
	it.each([[[]], [[3]], [[0, 1, 2]], [[0, 2, 3, 9]], [[5, 1, 2, 0]]])(
		'gives back what was added: %j',
		(items) => {
			const ranges = made(items);
			expect([...itemsIn(ranges)]).toEqual([...items].sort((a, b) => a - b));
			expect(countOf(ranges)).toBe(items.length);
			const all = Array.from({ length: 12 }, (_, item) => item);
			expect(all.filter((item) => isIn(ranges, item))).toEqual(all.filter((item) => items.includes(item)));
		},
	);
});
