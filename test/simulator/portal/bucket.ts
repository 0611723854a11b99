import type { PortalPlan } from '../drawing/scenario';
import type { World } from '../world/world';

/** The portal's limit of requests: a leaky bucket. @returns whether there was room for one more */
export function openBucket(world: World, { burst, perSecond, neighbour }: PortalPlan): () => boolean {
	let level = 0;
	let atMs = world.now();

	return () => {
		if (burst === 0) return true;
		const seconds = (world.now() - atMs) / 1000;
		atMs = world.now();
		// A neighbour fills what leaks out, up to the rim.
		level = Math.min(Math.max(level, burst - 1), Math.max(0, level + seconds * (neighbour - perSecond)));
		if (level + 1 > burst) return false;
		level += 1;
		return true;
	};
}
