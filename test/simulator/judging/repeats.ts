import type { Evidence } from './evidence';
import { describe, equalItems } from './keys';
import { acceptedOf, isUncertain } from './doubt';

export function judgeRepeats(evidence: Evidence): string[] {
	return [
		...evidence.attempts.flatMap((attempt) => {
			if (attempt.node.operation === 'send') return [];
			return equalItems(evidence, attempt).flatMap(({ key, items, own, known }) =>
				own > Math.max(0, items.length - known)
					? [
							`Try ${attempt.number}: ${describe(key)} was accepted ${own} times for ${items.length} items, and ${known} were known to be accepted before`,
						]
					: [],
			);
		}),
		...judgeTotals(evidence),
	];
}

/** Over all runs of an execution that was killed: equal lines in several runs, whichever of them is which. */
function judgeTotals(evidence: Evidence): string[] {
	const { executions, attempts, sendings } = evidence;
	const killsOf = (lineage: number) =>
		executions.filter((one) => one.lineage === lineage && one.status === 'killed').length;
	const lineages = new Set(executions.map(({ lineage }) => lineage));
	// After two kills nobody may be able to tell, and a person decides: that is judged try by try.
	const killedOnce = [...lineages].filter((lineage) => killsOf(lineage) === 1);
	return killedOnce.flatMap((lineage) => {
		const own = attempts.filter((one) => one.lineage === lineage && one.node.operation === 'log');
		const keys = new Set(own.flatMap(({ materials }) => materials.flatMap(({ key }) => key ?? [])));
		return [...keys].flatMap((key) => {
			const most = new Map<number, number>();
			for (const { turn, materials } of own) {
				const count = materials.filter((one) => one.key === key).length;
				most.set(turn, Math.max(most.get(turn) ?? 0, count));
			}
			let accepted = 0;
			let uncertain = 0;
			for (const sending of sendings) {
				const attempt = attempts[sending.from.attempt];
				if (attempt === undefined || attempt.lineage !== lineage) continue;
				const count = acceptedOf([sending], key).length;
				accepted += count;
				if (count > 0 && (sending.isUnclear || isUncertain(evidence, attempt, sending))) uncertain += count;
			}
			const wanted = [...most.values()].reduce((all, count) => all + count, 0);
			return accepted > wanted + uncertain
				? [
						`${describe(key)} was accepted ${accepted} times, wanted ${wanted} times, and could not be known ${uncertain} times`,
					]
				: [];
		});
	});
}
