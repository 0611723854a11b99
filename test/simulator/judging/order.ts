import type { Attempt } from '../n8n/attempt';
import type { Sending } from '../portal/sending';
import { sendingsOf, type Evidence } from './evidence';
import { describe } from './keys';

export function judgeOrder(evidence: Evidence): string[] {
	return evidence.attempts.flatMap((attempt) => {
		const sendings = sendingsOf(evidence, attempt);
		const accepted = firstAccepted(attempt, sendings);
		return accepted.flatMap((later, index) =>
			accepted
				.slice(0, index)
				.filter((one) => one.workflow === later.workflow && one.acceptedMs > later.acceptedMs)
				// The portal put the earlier one off in a request in which it took the later one.
				.filter((one) => !sendings.some((sending) => isRefusedBeside(sending, one.key, later.key)))
				.map(
					(one) => `Try ${attempt.number}: ${describe(later.key)} was accepted before ${describe(one.key)}`,
				),
		);
	});
}

interface Accepted {
	workflow: string;
	key: string;
	acceptedMs: number;
}

/** Items that equal no other, in their order, by when they were accepted first. */
function firstAccepted({ materials }: Attempt, sendings: Sending[]): Accepted[] {
	const counts = new Map<string, number>();
	for (const { key } of materials) if (key !== undefined) counts.set(key, (counts.get(key) ?? 0) + 1);
	const times = new Map<string, number>();
	for (const { commands, overMs = Infinity } of sendings) {
		for (const { key, acceptedMs } of commands) {
			if (key === undefined || acceptedMs === undefined || times.has(key)) continue;
			// What the portal still does when nobody waits for it any more is out of the node's hands.
			times.set(key, acceptedMs > overMs ? NaN : acceptedMs);
		}
	}
	return materials.flatMap(({ key, workflow }) => {
		const acceptedMs = key !== undefined && counts.get(key) === 1 ? times.get(key) : undefined;
		return acceptedMs === undefined ? [] : [{ workflow: workflow!, key: key!, acceptedMs }];
	});
}

const isRefusedBeside = ({ commands }: Sending, refused: string, taken: string): boolean =>
	commands.some(({ key, refusal }) => key === refused && refusal !== undefined) &&
	commands.some(({ key, acceptedMs }) => key === taken && acceptedMs !== undefined);

export function judgeOverlaps({ sendings, installation }: Evidence): string[] {
	const workflows = new Map(installation.workflows.map(({ token, id }) => [token, id]));
	const under = new Map<string, Sending>();
	const details: string[] = [];
	for (const sending of sendings) {
		const touched = new Set(
			sending.commands.map(({ params }) => workflows.get(params.EVENT_TOKEN as string)),
		);
		for (const workflow of touched) {
			if (workflow === undefined) continue;
			const place = `${sending.from.process} ${workflow}`;
			const before = under.get(place);
			if (before && (before.overMs ?? Infinity) > sending.sentMs) {
				details.push(
					`Requests ${before.number} and ${sending.number} are under way for ${workflow} at the same time`,
				);
			}
			under.set(place, sending);
		}
	}
	return details;
}
