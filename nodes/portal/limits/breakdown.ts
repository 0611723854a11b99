import type { Clock } from '../wire/clock';
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
	/** An answer is lost, or cannot be read. */
	lost(): void;
	/** The portal has answered. */
	answered(): void;
	/** Asks the question; the portal is back if it speaks. */
	ask<T extends { isAnswered: boolean }>(question: () => Promise<T>): Promise<T>;
}

export function openBreakdown(clock: Clock): Breakdown {
	let inARow = 0;
	let tries = 0;
	let askMs = Infinity;
	const isDown = () => inARow >= MOST_IN_A_ROW;

	function askLater(): void {
		askMs = clock.now() + 2 * backOffMs(tries);
		tries += 1;
	}

	return {
		get isDown() {
			return isDown();
		},
		askMs: () => askMs,
		lost() {
			const wasDown = isDown();
			inARow += 1;
			if (isDown() && !wasDown) askLater();
		},
		answered() {
			// What was on its way before says nothing of the portal now.
			if (!isDown()) inARow = 0;
		},
		async ask(question) {
			let isBack = false;
			askMs = Infinity;
			try {
				const answer = await question();
				isBack = answer.isAnswered;
				return answer;
			} finally {
				if (isBack) inARow = tries = 0;
				else askLater();
			}
		},
	};
}
