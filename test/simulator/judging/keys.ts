import type { Attempt } from '../n8n/attempt';
import type { Sending } from '../portal/sending';
import { acceptedOf, isUncertain } from './doubt';
import { sendingsOf, type Evidence } from './evidence';
import { countedBy, toldBy } from './told';

/** Equal items of one try, and what is known at the portal of them. */
export interface EqualItems {
	key: string;
	/** Their numbers in the list. */
	items: number[];
	/** How many the portal has accepted from this try. */
	own: number;
	/** From earlier tries of this execution, or of earlier ones, so that the node has to know it. */
	known: number;
	/** From earlier tries and executions, known or not. */
	before: number;
}

/**
 * The items of a try by what they are to write. A text that stands in several runs of an execution is counted there
 * run by run, unless a kill has mixed up the runs: then it is left out.
 */
export function equalItems(evidence: Evidence, attempt: Attempt): EqualItems[] {
	const groups = new Map<string, number[]>();
	attempt.materials.forEach(({ key }, item) => {
		if (key !== undefined) groups.set(key, [...(groups.get(key) ?? []), item]);
	});
	const ofLineage = evidence.attempts.filter(({ lineage }) => lineage === attempt.lineage);
	const wasKilled = ofLineage.some(({ execution }) => evidence.executions[execution].status === 'killed');
	const ofSameRun = ofLineage.filter(({ turn }) => turn === attempt.turn);
	const isElsewhere = (key: string) =>
		ofLineage.some(
			({ turn, materials }) => turn !== attempt.turn && materials.some((one) => one.key === key),
		);
	const earlier = ofSameRun.filter(({ number }) => number < attempt.number);
	const own = sendingsOf(evidence, attempt);

	return [...groups]
		.filter(([key]) => !wasKilled || !isElsewhere(key))
		.map(([key, items]) => {
			let before = 0;
			let known = 0;
			for (const one of earlier) {
				for (const sending of sendingsOf(evidence, one)) {
					const accepted = acceptedOf([sending], key).length;
					before += accepted;
					if (accepted > 0 && isKnown(evidence, attempt, one, sending)) known += accepted;
				}
			}
			if (known > 0 && wasDoubted(evidence, attempt, key)) known = 0;
			return { key, items, own: acceptedOf(own, key).length, known, before };
		});
}

/**
 * The node said that it cannot tell whether the item was accepted, as when a look at what it had noted was killed
 * itself, and a person has pressed Retry since.
 */
function wasDoubted({ attempts }: Evidence, { lineage, turn, number, retry }: Attempt, key: string): boolean {
	return attempts.some((one) => {
		if (one.lineage !== lineage || one.turn !== turn || one.number >= number || one.retry >= retry)
			return false;
		if (one.items === undefined) {
			const count = countedBy(one);
			return count !== undefined && count.accepted === 0 && count.inDoubt > 0;
		}
		return one.materials.some((material, item) => material.key === key && toldBy(one, item) === 'unknown');
	});
}

/** A person who presses Retry gets sent again what nobody knows of; n8n's own tries do not. */
function isKnown(evidence: Evidence, attempt: Attempt, earlier: Attempt, sending: Sending): boolean {
	if (earlier.execution === attempt.execution) return true;
	return !sending.isUnclear && !isUncertain(evidence, earlier, sending);
}

export const describe = (key: string): string =>
	JSON.stringify(key.split('\n').slice(1).join('\n').slice(0, 60));
