import { addTo, type Ranges } from './ranges';

/**
 * Items in blocks of powers of two: block 3 of level 5 holds items 96 to 127. A set of items is told by its largest
 * blocks, so that a run of many thousand items that go in order is told by a few.
 */
export interface Block {
	level: number;
	index: number;
}

export const nameOf = ({ level, index }: Block): string => `${level}:${index}`;

/** The largest blocks that together hold exactly these items. */
export function toBlocks(ranges: Ranges): Block[] {
	const blocks: Block[] = [];
	for (let pair = 0; pair < ranges.length; pair += 2) {
		const end = ranges[pair + 1] + 1;
		for (let item = ranges[pair]; item < end; ) {
			let level = 0;
			while (item % 2 ** (level + 1) === 0 && item + 2 ** (level + 1) <= end) level += 1;
			blocks.push({ level, index: item / 2 ** level });
			item += 2 ** level;
		}
	}
	return blocks;
}

/** The smallest block that holds all items from 0 on. */
export const wholeOf = (count: number): Block => ({ level: Math.ceil(Math.log2(count)), index: 0 });

export const halvesOf = ({ level, index }: Block): Block[] =>
	level === 0
		? []
		: [
				{ level: level - 1, index: index * 2 },
				{ level: level - 1, index: index * 2 + 1 },
			];

export const firstItemOf = ({ level, index }: Block): number => index * 2 ** level;

export function addBlock(ranges: Ranges, block: Block, count: number): void {
	const end = Math.min(count, firstItemOf(block) + 2 ** block.level);
	for (let item = firstItemOf(block); item < end; item += 1) addTo(ranges, item);
}
