import { backOffMs } from './patience';

/** So many answers in a row that were lost or cannot be read are no accident. */
const MOST_IN_A_ROW = 3;

/**
 * Whether the portal has broken down in the middle of a run: then every request more may run without anybody knowing, so
 * nothing is sent but a question that changes nothing, now and then, until the portal is back.
 */
export interface Breakdown {
	readonly isDown: boolean;
	/** When the question is to be asked next, in unix milliseconds; Infinity while it is asked, or not to be. */
	askMs(): number;
	/** The question is on its way. */
	asking(): void;
	/** An answer is lost, or cannot be read. */
	lost(nowMs: number): void;
	/** The portal has answered. */
	answered(): void;
	/** The question has ended. @param isBack the portal has spoken */
	asked(isBack: boolean, nowMs: number): void;
}

export function openBreakdown(): Breakdown {
	let inARow = 0;
	let tries = 0;
	let askMs = Infinity;
	const isDown = () => inARow >= MOST_IN_A_ROW;

	function askLater(nowMs: number): void {
		askMs = nowMs + 2 * backOffMs(tries);
		tries += 1;
	}

	return {
		get isDown() {
			return isDown();
		},
		askMs: () => askMs,
		asking: () => (askMs = Infinity),
		lost(nowMs) {
			const wasDown = isDown();
			inARow += 1;
			if (isDown() && !wasDown) askLater(nowMs);
		},
		answered() {
			// What was on its way before says nothing of the portal now.
			if (!isDown()) inARow = 0;
		},
		asked(isBack, nowMs) {
			if (!isBack) return askLater(nowMs);
			inARow = 0;
			tries = 0;
		},
	};
}
