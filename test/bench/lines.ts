import { randomFrom } from '../simulator/world/random';
import type { Arrangement } from './messages';
import type { LineItem } from './methods/method';

/** To which workflow each item belongs, in the order of the items. */
export function workflowsOfItems(lines: number, workflows: number, arrangement: Arrangement): number[] {
	const throwDie = randomFrom(lines);
	const perWorkflow = Math.ceil(lines / workflows);
	return Array.from({ length: lines }, (_, item) => {
		if (arrangement === 'contiguous') return Math.floor(item / perWorkflow);
		return arrangement === 'random' ? Math.floor(throwDie() * workflows) : item % workflows;
	});
}

export const lineOf = (item: number): string => `Invoice ${item} was checked and sent to the customer`;

/** Items as from the answer of another service: no two share a text in memory. */
export const itemsFor = (workflowOfItem: number[], eventTokens: string[]): LineItem[] =>
	workflowOfItem.map((workflow, number) => {
		const customer = `Customer ${number % 977} of the sales department`;
		const item: LineItem = { number, customer, eventToken: eventTokens[workflow], message: lineOf(number) };
		return JSON.parse(JSON.stringify(item)) as LineItem;
	});

/** What stands in the logs in the end. */
export interface Tally {
	inLog: number;
	missing: number;
	doubled: number;
	/** Workflows whose lines stand in another order than their items. */
	disordered: number;
}

/** @param logs the lines of each workflow, as the portal wrote them */
export function tally(logs: string[][], workflowOfItem: number[]): Tally {
	const expected = logs.map((): string[] => []);
	workflowOfItem.forEach((workflow, item) => expected[workflow].push(lineOf(item)));
	const sums: Tally = { inLog: 0, missing: 0, doubled: 0, disordered: 0 };
	logs.forEach((log, workflow) => {
		const once = new Set(log);
		const inOrder = expected[workflow].filter((line) => once.has(line));
		sums.inLog += log.length;
		sums.missing += expected[workflow].length - inOrder.length;
		sums.doubled += log.length - once.size;
		if ([...once].some((line, position) => line !== inOrder[position])) sums.disordered += 1;
	});
	return sums;
}
