import type { Evidence } from './evidence';
import { findSecrets } from './secrets';
import { judgeOrder, judgeOverlaps } from './order';
import { judgeOutcomes } from './outcomes';
import { judgeReasons } from './reasons';
import { judgeRepeats } from './repeats';
import { judgeStops, judgeWaits } from './waiting';
import { judgeLeftovers, judgeProbes } from './traces';

/** What holds in every run, whatever was drawn. */
export interface Invariant {
	sentence: string;
	/** @returns what speaks against it, a sentence each */
	judge(evidence: Evidence): string[];
}

/** Judged at the portal's own log: what it accepted, when, and from whom. */
export const INVARIANTS: Invariant[] = [
	{
		sentence: 'Every execution comes to its end: nothing waits for ever, and nothing goes round without end.',
		judge: ({ pause, executions, complaints }) => [
			...(pause === 'nothing left'
				? [
						`Nothing is left to happen, and ${executions.filter(({ endMs }) => !endMs).length} executions are not over`,
					]
				: []),
			...(pause === 'no end' ? ['More happens than in any honest run, and there is no end to it'] : []),
			...complaints,
		],
	},
	{
		sentence:
			'Every item has exactly one outcome. `accepted`: the portal accepted it exactly once; `refused` and `notSent`: never; `unknown`: at most once.',
		judge: judgeOutcomes,
	},
	{
		sentence:
			'What was accepted is never sent again, by Retry On Fail, Retry, or Retry after a kill, but what nobody could know of: a lost answer, and what was on its way at the kill or answered a moment before.',
		judge: judgeRepeats,
	},
	{
		sentence:
			'`refused` is only what the portal has said no to, and nothing is given up that nothing was in the way of: one bad item harms no other.',
		judge: judgeReasons,
	},
	{
		sentence:
			'Lines of one workflow are accepted in the order of their items, as far as the portal lets them.',
		judge: judgeOrder,
	},
	{
		sentence: 'No two requests of one process for the same workflow are under way at the same time.',
		judge: judgeOverlaps,
	},
	{
		sentence:
			'When all executions are over, nothing of them is left: no timer, no note in n8n’s database of an execution that has ended, and nobody’s notes were written over by a neighbour.',
		judge: judgeLeftovers,
	},
	{
		sentence:
			'When all executions are over, a process is as new: a line for every workflow takes one request and no wait.',
		judge: judgeProbes,
	},
	{
		sentence:
			'No execution waits longer without progress than Max Wait and the request of its own before and after it.',
		judge: judgeWaits,
	},
	{ sentence: 'Stop ends a node within a second.', judge: judgeStops },
	{ sentence: 'No secret stands in any output, error, log or database text.', judge: findSecrets },
];

/** A fault that was found: the invariant, and what speaks against it. */
export interface Finding {
	sentence: string;
	details: string[];
}

export function judge(evidence: Evidence): Finding[] {
	return INVARIANTS.map(({ sentence, judge: find }) => ({ sentence, details: find(evidence) })).filter(
		({ details }) => details.length > 0,
	);
}
