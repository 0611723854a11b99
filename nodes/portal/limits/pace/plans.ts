export interface Plan {
	/** Requests that the bucket holds. */
	burst: number;
	/** Requests that leak out of it. */
	perSecond: number;
}

/** Ordinary and enterprise. @see https://apidocs.bitrix24.com/limits.html */
const PLANS: Plan[] = [
	{ burst: 50, perSecond: 2 },
	{ burst: 250, perSecond: 5 },
];

/**
 * Which plan the portal has, as long as nothing was refused: the smallest whose bucket what was taken would fit into.
 * Self-hosted portals have none, and end up beyond the largest.
 */
export interface Plans {
	/** Lets the buckets leak. */
	advance(seconds: number): void;
	/** Fills the buckets by so many requests. */
	add(requests: number): void;
	/** How full the believed bucket is: 1 when there is no room for one more request. */
	fullness(): number;
	/** True: what was taken disproves the plan, and the next one is believed. */
	disprove(): boolean;
	/** The plan to start from when the portal does refuse. */
	likeliest(): Plan;
}

export function openPlans(): Plans {
	let believed = 0;
	let levels = PLANS.map(() => 0);

	return {
		advance(seconds) {
			levels = levels.map((level, plan) => Math.max(0, level - seconds * PLANS[plan].perSecond));
		},
		add(requests) {
			levels = levels.map((level) => Math.max(0, level + requests));
		},
		fullness: () => (believed < PLANS.length ? (levels[believed] + 1) / PLANS[believed].burst : 0),
		disprove() {
			if (believed === PLANS.length || levels[believed] <= PLANS[believed].burst) return false;
			believed += 1;
			return true;
		},
		likeliest: () => PLANS[Math.min(believed, PLANS.length - 1)],
	};
}
