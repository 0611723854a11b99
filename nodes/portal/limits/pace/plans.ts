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
/** Less of ours than this in the bucket tells nothing: it was filled before, or is smaller than the plan says. */
const LEAST_EVIDENCE = 2.5;

/**
 * Which plan the portal has: the smallest whose bucket what was taken would fit into. Self-hosted portals have none, and
 * end up beyond the largest.
 */
export interface Plans {
	/** Lets the buckets leak. */
	advance(seconds: number): void;
	/** Fills the buckets by so many requests. */
	add(requests: number): void;
	/** How full the believed bucket is: 1 when there is no room for one more request. */
	fullness(): number;
	/**
	 * True: what was taken disproves the plan, and the next one is believed.
	 * @param unanswered requests that prove nothing yet
	 */
	disprove(unanswered: number): boolean;
	/** What leaks out of the bucket of ours each second if it is full now; 0 if too little in it is ours. */
	shareIfFull(): number;
}

export function openPlans(): Plans {
	let believed = 0;
	let levels = PLANS.map(() => 0);
	/** Of a bucket that others fill, too: what is in it leaks evenly, ours with theirs. */
	let ours = 0;
	const likeliest = () => PLANS[Math.min(believed, PLANS.length - 1)];

	return {
		advance(seconds) {
			levels = levels.map((level, plan) => Math.max(0, level - seconds * PLANS[plan].perSecond));
			const { burst, perSecond } = likeliest();
			ours *= Math.exp((-seconds * perSecond) / burst);
		},
		add(requests) {
			levels = levels.map((level) => Math.max(0, level + requests));
			ours = Math.max(0, ours + requests);
		},
		fullness: () => (believed < PLANS.length ? (levels[believed] + 1) / PLANS[believed].burst : 0),
		disprove(unanswered) {
			if (believed === PLANS.length || levels[believed] - unanswered <= PLANS[believed].burst) return false;
			believed += 1;
			return true;
		},
		shareIfFull() {
			const { burst, perSecond } = likeliest();
			return ours < LEAST_EVIDENCE ? 0 : (ours * perSecond) / burst;
		},
	};
}
