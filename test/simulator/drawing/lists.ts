import type { ItemPlan } from './itemPlans';
import type { ExecutionPlan, RetryPlan, TurnPlan } from './scenario';

/** An item of a list, with what tells its text from all others. */
export interface Named {
	plan: ItemPlan;
	name: string;
}

/** The runs of an execution in their order: each turn as often as it is repeated. */
export const runsOf = ({ turns }: ExecutionPlan): TurnPlan[] =>
	turns.flatMap((turn) => Array.from({ length: turn.times }, () => turn));

/** @param who an execution, or what several have in common */
export function namedItems({ items }: TurnPlan, who: string, run: number): Named[] {
	const named: Named[] = [];
	for (const [index, plan] of items.entries()) {
		const before = named.at(-1);
		const isTwin = plan.twin && before !== undefined;
		named.push({
			name: isTwin ? before.name : `${who}-${run}-${index}`,
			plan: isTwin ? { ...before.plan, twin: false } : plan,
		});
	}
	return named;
}

/** The list that the nodes before hand over when they run again. */
export function edited(list: Named[], how: RetryPlan['list'], retry: number): Named[] {
	const [first, ...others] = list;
	switch (how) {
		case 'same':
			return list;
		case 'reversed':
			return [...list].reverse();
		case 'rotated':
			return [...others, first];
		case 'newFirst':
			return [
				{ plan: { ...first.plan, token: 'good', text: 'plain' }, name: `${first.name}-new${retry}` },
				...list,
			];
		case 'withoutFirst':
			return others.length > 0 ? others : list;
		case 'lastTwice':
			return [...list, list.at(-1)!];
	}
}
