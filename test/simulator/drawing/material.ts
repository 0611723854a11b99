import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { trim } from '../../portal/php/truth';
import { textOf } from './texts';
import { tokenOf } from './tokens';
import type { ItemPlan } from './itemPlans';

/** An item as a node gets it, and what can become of it. */
export interface Material {
	item: INodeExecutionData;
	/** What the portal keeps when it accepts the item; items of one key are equal. Undefined: it can never be accepted. */
	key?: string;
	/** The workflow, if the token is good. */
	workflow?: string;
	/** Fields whose expression fails. */
	failing: string[];
}

/** What the portal keeps of a line or a result. */
export const keyOf = (token: string, text: string): string => `${token}\n${text}`;

/**
 * @param token a good one
 * @param name what tells the text from all others
 * @param isStored it has been in n8n's database, so that only what JSON knows is left
 */
export function toMaterial(
	plan: ItemPlan,
	operation: 'log' | 'send',
	token: string,
	name: string,
	isStored: boolean,
): Material {
	const json: IDataObject = { row: name };
	const field = operation === 'log' ? 'message' : 'answer';
	const holder = operation === 'log' ? json : ((json.values = {}) as IDataObject);
	const text = { ...textOf(plan.text, name, isStored) };
	// A result says yes and no in the portal's letters.
	if (operation === 'send' && text.value === true) text.text = 'Y';
	if (text.getter) Object.defineProperty(holder, field, { get: text.getter, enumerable: true });
	else if (!text.isAbsent) holder[field] = text.value as never;
	const sent = tokenOf(plan.token, token, isStored);
	if (sent.getter) Object.defineProperty(json, 'eventToken', { get: sent.getter, enumerable: true });
	else json.eventToken = sent.value as never;

	const failing = [
		...(plan.text === 'failing' ? [operation === 'log' ? 'message' : 'returnValuesJson'] : []),
		...(plan.token === 'failing' ? ['eventToken'] : []),
	];
	const kept = failing.length > 0 ? undefined : keptBy(operation, text.text);
	const isGood = sent.isGood && failing.length === 0;
	return {
		item: { json },
		key: isGood && kept !== undefined ? keyOf(token, kept) : undefined,
		workflow: sent.isGood ? token.split('|', 1)[0] : undefined,
		failing,
	};
}

/** A line of nothing but spaces is not sent, and the portal takes the spaces around others off; results stay as they are. */
function keptBy(operation: 'log' | 'send', text: string | undefined): string | undefined {
	if (text === undefined || operation === 'send') return text;
	const tooLong = Buffer.byteLength(text.trim()) > 65_535;
	return tooLong || text.replaceAll('\0', '').trim() === '' ? undefined : trim(text);
}
