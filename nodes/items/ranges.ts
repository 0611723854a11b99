/**
 * A growing set of item numbers as pairs of first and last, e.g. `[0, 49, 51, 99]`. It is kept inside n8n's
 * execution data, so it is plain JSON, changed in place, and stays short when items come in their order.
 */
export type Ranges = number[];

export function addTo(ranges: Ranges, item: number): void {
	const last = ranges.length - 1;
	if (last > 0 && ranges[last] + 1 === item) ranges[last] = item;
	else ranges.push(item, item);
}

/** @returns a set for quick look-ups */
export function toSet(ranges: Ranges): Set<number> {
	const items = new Set<number>();
	for (let pair = 0; pair < ranges.length; pair += 2) {
		for (let item = ranges[pair]; item <= ranges[pair + 1]; item += 1) items.add(item);
	}
	return items;
}
