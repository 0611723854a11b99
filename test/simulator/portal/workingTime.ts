import type { World } from '../world/world';

/** Working time used in the last ten minutes, counted in ten parts, for each credential and method. */
export interface WorkingTime {
	isUsedUp(key: string): boolean;
	add(key: string, seconds: number): void;
	/** As it stands in an answer's `time`. */
	reading(key: string): { operating?: number; operating_reset_at?: number };
}

const PART_MS = 60_000;
const PARTS = 10;
/** Shorter calls are not counted. */
const SHORTEST_SECONDS = 0.1;

/** @param limitSeconds 0: the portal counts none */
export function openWorkingTime(world: World, limitSeconds: number): WorkingTime {
	const used = new Map<string, Map<number, number>>();

	function partsOf(key: string): Map<number, number> {
		const parts = used.get(key) ?? new Map<number, number>();
		used.set(key, parts);
		const oldest = Math.floor(world.now() / PART_MS) - PARTS + 1;
		for (const part of parts.keys()) if (part < oldest) parts.delete(part);
		return parts;
	}
	const sum = (parts: Map<number, number>) => [...parts.values()].reduce((all, seconds) => all + seconds, 0);

	return {
		isUsedUp: (key) => limitSeconds > 0 && sum(partsOf(key)) >= limitSeconds,
		add(key, seconds) {
			if (limitSeconds === 0 || seconds < SHORTEST_SECONDS) return;
			const part = Math.floor(world.now() / PART_MS);
			partsOf(key).set(part, (partsOf(key).get(part) ?? 0) + seconds);
		},
		reading(key) {
			if (limitSeconds === 0) return {};
			const parts = partsOf(key);
			const oldest = Math.min(...parts.keys(), Math.floor(world.now() / PART_MS));
			return { operating: sum(parts), operating_reset_at: ((oldest + PARTS) * PART_MS) / 1000 };
		},
	};
}
