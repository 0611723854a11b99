import type { IDataObject } from 'n8n-workflow';
import type { Portal } from '../portal/contract';

/** What tests of lines say often. */

export const CONTINUE = { onError: 'continueErrorOutput' } as const;

/** So many lines for one workflow. */
export const numbered = (eventToken: string, count: number) =>
	Array.from({ length: count }, (_, index) => ({ eventToken, message: `line ${index}` }));

/** So many lines, each for the next of the workflows in turn. */
export const inTurnFor = (workflows: Array<{ eventToken: string }>, count: number) =>
	Array.from({ length: count }, (_, index) => ({
		eventToken: workflows[index % workflows.length].eventToken,
		message: `line ${index}`,
	}));

export const texts = (items: IDataObject[]) => items.map(({ message }) => message);

/** What a failed item tells. */
export const details = (item: { json: IDataObject }) => item.json.details as IDataObject;

/** How many items told which outcome. */
export function outcomes(items: Array<{ json: IDataObject }>): Record<string, number> {
	const counts: Record<string, number> = {};
	for (const item of items) {
		const outcome = String(details(item)?.outcome);
		counts[outcome] = (counts[outcome] ?? 0) + 1;
	}
	return counts;
}

/** How many requests were under way at the same time at most. */
export function mostAtOnce({ requests }: Portal): number {
	const spans = requests.map(({ startedAt, finishedAt }) => [startedAt, finishedAt ?? Infinity]);
	return Math.max(
		...spans.map(([start]) => spans.filter(([from, to]) => from <= start && start < to).length),
	);
}
