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

/** @returns a set for quick look-ups */
export function toSet(ranges: Ranges): Set<number> {
	const items = new Set<number>();
	for (let pair = 0; pair < ranges.length; pair += 2) {
		for (let item = ranges[pair]; item <= ranges[pair + 1]; item += 1) items.add(item);
	}
	return items;
}
