/**
 * A growing set of item numbers as pairs of first and last in order, e.g. `[0, 49, 51, 99]`. It is kept inside n8n's
 * execution data, so it is plain JSON, changed in place, and short: items are settled nearly in their order.
 */
export type Ranges = number[];

export function addTo(ranges: Ranges, item: number): void {
	// Most often the last range grows, and looking from the end finds the others soon.
	let after = ranges.length;
	while (after > 0 && ranges[after - 2] > item) after -= 2;
	if (after > 0 && ranges[after - 1] >= item) return;

	const growsBefore = after > 0 && ranges[after - 1] + 1 === item;
	const growsAfter = after < ranges.length && ranges[after] - 1 === item;
	if (growsBefore && growsAfter) ranges.splice(after - 1, 2);
	else if (growsBefore) ranges[after - 1] = item;
	else if (growsAfter) ranges[after] = item;
	else ranges.splice(after, 0, item, item);
}

export function isIn(ranges: Ranges, item: number): boolean {
	let low = 0;
	let high = ranges.length / 2;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (ranges[2 * middle + 1] < item) low = middle + 1;
		else high = middle;
	}
	return low < ranges.length / 2 && ranges[2 * low] <= item;
}

export function* itemsIn(ranges: Ranges): Generator<number> {
	for (let pair = 0; pair < ranges.length; pair += 2) {
		for (let item = ranges[pair]; item <= ranges[pair + 1]; item += 1) yield item;
	}
}

export function countOf(ranges: Ranges): number {
	let count = 0;
	for (let pair = 0; pair < ranges.length; pair += 2) count += ranges[pair + 1] - ranges[pair] + 1;
	return count;
}
