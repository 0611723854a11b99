import type { Attempt } from '../n8n/attempt';
import { sendingsOf, type Evidence } from './evidence';
import { describe, equalItems, type EqualItems } from './keys';
import { countedBy, isStopped, toldBy } from './told';

/** Names that make n8n take an item for a failed one: the node refuses them before anything is sent. */
const IMPOSSIBLE_FIELDS = ['error', 'message', 'details'];

export function judgeOutcomes(evidence: Evidence): string[] {
	return evidence.attempts
		.filter(({ endMs }) => endMs !== undefined)
		.flatMap((attempt) => {
			const details = attempt.items ? judgeItems(evidence, attempt) : judgeError(evidence, attempt);
			return details.map((detail) => `Try ${attempt.number}: ${detail}`);
		});
}

function judgeItems(evidence: Evidence, attempt: Attempt): string[] {
	const { materials } = attempt;
	const items = attempt.items!;
	if (items.length !== materials.length)
		return [`${materials.length} items went in, ${items.length} came out`];
	const told = items.map((_, item) => toldBy(attempt, item));
	return [
		...items.flatMap(({ pairedItem }, item) =>
			(pairedItem as { item?: number } | undefined)?.item === item
				? []
				: [`item ${item} is paired with another`],
		),
		...told.flatMap((word, item) => (word === undefined ? [`item ${item} has no outcome`] : [])),
		...told.flatMap((word, item) =>
			word === 'accepted' && materials[item].key === undefined
				? [`item ${item} cannot be accepted, and is told as accepted`]
				: [],
		),
		...equalItems(evidence, attempt).flatMap((group) => judgeEqual(attempt, group)),
	];
}

function judgeEqual(attempt: Attempt, { key, items, own, known, before }: EqualItems): string[] {
	const told = items.map((item) => toldBy(attempt, item));
	const accepted = told.filter((word) => word === 'accepted').length;
	const open = told.filter((word) => word === 'unknown').length;
	const name = `${describe(key)} (items ${items.join(', ')})`;
	const count = `accepted by the portal: ${own} from this try, ${before} from earlier ones (${known} of them to be known)`;
	const least =
		attempt.node.operation === 'send' ? Math.min(1, known + own) : Math.min(items.length, known + own);
	return [
		...(accepted > before + own ? [`${name}: ${accepted} told as accepted; ${count}`] : []),
		...(accepted + open < least
			? [`${name}: only ${accepted} told as accepted and ${open} as unknown; ${count}`]
			: []),
	];
}

function judgeError(evidence: Evidence, attempt: Attempt): string[] {
	const { node, error, materials } = attempt;
	const { message = '', name = '' } = (error ?? {}) as Error;
	if (isStopped(attempt)) {
		const { stopMs } = evidence.executions[attempt.execution];
		return stopMs === undefined ? ['it says that it was stopped, and nobody has'] : [];
	}
	if (IMPOSSIBLE_FIELDS.includes(node.resultField ?? '')) {
		return sendingsOf(evidence, attempt).length > 0
			? ['something was sent in spite of an impossible setting']
			: [];
	}
	if (!/^Node(Operation|Api)Error$/.test(name)) return [`the node throws ${name}: ${message}`];
	if (node.onError !== 'stopWorkflow') return [`the node throws, although it is to continue: ${message}`];
	const count = countedBy(attempt);
	if (count === undefined) return [`the error does not say how far it came: ${message}`];

	const groups = equalItems(evidence, attempt);
	const sum = (figure: (group: EqualItems) => number) =>
		groups.reduce((all, group) => all + figure(group), 0);
	const most = sum(({ items, own, before }) => Math.min(items.length, own + before));
	const least = sum(({ items, own, known }) =>
		node.operation === 'send' ? 0 : Math.min(items.length, own + known),
	);
	const isWhole =
		groups.reduce((all, { items }) => all + items.length, 0) === materials.filter(({ key }) => key).length;
	const after = groups.filter(({ items: [first] }) => first > count.item);
	const clear = sendingsOf(evidence, attempt).filter(({ isUnclear }) => !isUnclear);
	return [
		...(isWhole && count.accepted > most ? [`it counts ${count.accepted} accepted, the portal ${most}`] : []),
		...(count.accepted + count.inDoubt < least
			? [`it counts ${count.accepted} accepted and ${count.inDoubt} in doubt, the portal ${least}`]
			: []),
		...after.flatMap(({ key }) =>
			clear.some(({ commands }) => commands.some((sent) => sent.key === key && sent.acceptedMs !== undefined))
				? [`${describe(key)} was accepted, although item ${count.item} before it had failed`]
				: [],
		),
	];
}
