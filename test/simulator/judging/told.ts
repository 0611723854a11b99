import type { IDataObject } from 'n8n-workflow';
import type { Attempt } from '../n8n/attempt';

/** What became of an item, in the words under which the user sees it. */
export type Told = 'accepted' | 'refused' | 'notSent' | 'unknown';

const WORDS: unknown[] = ['refused', 'notSent', 'unknown'];

/** What an item of the output says; undefined: nothing that anybody knows. */
export function toldBy(attempt: Attempt, item: number): Told | undefined {
	const json = attempt.items![item]?.json;
	if (json === undefined) return undefined;
	if (Object.hasOwn(json, 'error')) {
		const outcome = (json.details as IDataObject | undefined)?.outcome;
		const isWhole = typeof json.error === 'string' && json.error !== '' && WORDS.includes(outcome);
		return isWhole ? (outcome as Told) : undefined;
	}
	const field = fieldOf(attempt);
	if (field === '') return 'accepted';
	return (json[field] as IDataObject | undefined)?.accepted === true ? 'accepted' : undefined;
}

/** It says that an earlier try or execution has sent it. */
export const isFromEarlier = (attempt: Attempt, item: number): boolean =>
	(attempt.items![item]?.json[fieldOf(attempt)] as IDataObject | undefined)?.acceptedEarlier === true;

function fieldOf({ node: { operation, resultField, isTool } }: Attempt): string {
	const usual = operation === 'log' ? 'bizprocLog' : 'bizproc';
	if (resultField === undefined) return usual;
	return isTool && resultField.trim() === '' ? usual : resultField.trim();
}

/** What the error of a node says that stops: at which item, and how many it counts. */
export interface Count {
	item: number;
	accepted: number;
	inDoubt: number;
}

export function countedBy({ error }: Attempt): Count | undefined {
	const { description } = (error ?? {}) as { description?: string };
	const found =
		/Stopped at item (\d+) \(n8n counts from 0\)\. \w+ accepted: (\d+)\. (?:\w+ in doubt: (\d+)\. )?Nothing more was sent\.$/.exec(
			description ?? '',
		);
	if (!found) return undefined;
	return { item: Number(found[1]), accepted: Number(found[2]), inDoubt: Number(found[3] ?? 0) };
}

export const isStopped = ({ error }: Attempt): boolean =>
	(error as Error | undefined)?.message === 'The execution was canceled';
