export interface Event {
	time: number;
	happen: () => void;
}

interface Entry extends Event {
	/** Of two events at the same time the one that was added first happens first. */
	order: number;
	removed: boolean;
}

/** A queue by time: a binary heap. What is removed stays in it until its time has come. */
export interface Events {
	add(time: number, happen: () => void): Event;
	remove(event: Event): void;
	/** Takes the earliest out. */
	next(): Event | undefined;
}

export function openEvents(): Events {
	const heap: Entry[] = [];
	let added = 0;
	const isBefore = (a: Entry, b: Entry) => a.time < b.time || (a.time === b.time && a.order < b.order);

	function rise(entry: Entry): void {
		let at = heap.push(entry) - 1;
		while (at > 0) {
			const parent = (at - 1) >> 1;
			if (!isBefore(entry, heap[parent])) break;
			heap[at] = heap[parent];
			at = parent;
		}
		heap[at] = entry;
	}

	function sink(entry: Entry): void {
		let at = 0;
		for (;;) {
			let child = 2 * at + 1;
			if (child >= heap.length) break;
			if (child + 1 < heap.length && isBefore(heap[child + 1], heap[child])) child += 1;
			if (!isBefore(heap[child], entry)) break;
			heap[at] = heap[child];
			at = child;
		}
		heap[at] = entry;
	}

	function takeFirst(): Entry | undefined {
		const [first] = heap;
		const last = heap.pop();
		if (last !== undefined && heap.length > 0) sink(last);
		return first;
	}

	return {
		add(time, happen) {
			const entry = { time, happen, order: (added += 1), removed: false };
			rise(entry);
			return entry;
		},
		remove(event) {
			(event as Entry).removed = true;
		},
		next() {
			let first = takeFirst();
			while (first?.removed) first = takeFirst();
			return first;
		},
	};
}
