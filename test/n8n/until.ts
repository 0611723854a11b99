/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { setTimeout as sleep } from 'node:timers/promises';

const ASK_EVERY_MS = 150;

/**
 * Asks again and again until there is an answer other than undefined.
 *
 * @throws when `seconds` have passed without one; `what` names what was waited for.
 */
export async function until<T>(what: string, seconds: number, ask: () => Promise<T | undefined>): Promise<T> {
	const giveUpAt = Date.now() + seconds * 1000;
	for (;;) {
		const answer = await ask();
		if (answer !== undefined) return answer;
		if (Date.now() > giveUpAt) throw new Error(`Waited ${seconds} seconds in vain for ${what}.`);
		await sleep(ASK_EVERY_MS);
	}
}
