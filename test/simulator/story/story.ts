import type { Evidence } from '../judging/evidence';
import type { Finding } from '../judging/invariants';
import { countedBy, isFromEarlier, toldBy } from '../judging/told';
import type { Attempt } from '../n8n/attempt';
import type { Sending, Sent } from '../portal/sending';

/** A run of the simulator as a person reads it: who sent what when, what the portal did, what each item was told. */
export function tell(evidence: Evidence, findings: Finding[]): string {
	const { executions, installation, attempts, startMs: begun, endMs: ended } = evidence;
	const isWell = !findings.some(({ details }) => details.some((detail) => detail.startsWith('Process')));
	const probes = isWell ? [] : evidence.probes;
	const sendings = evidence.sendings.filter(({ sentMs }) => !isWell || sentMs <= ended);
	const at = (ms: number) => `${((ms - begun) / 1000).toFixed(3).padStart(10)} s`;
	const lines: Array<[ms: number, text: string]> = [];
	const say = (ms: number | undefined, text: string) => ms !== undefined && lines.push([ms, text]);

	for (const execution of executions) {
		const { number, lineage, process, retry, plan } = execution;
		const name = `Execution ${number}`;
		const origin = retry > 0 ? `Retry ${retry} of execution line ${lineage}` : `execution line ${lineage}`;
		say(execution.startMs, `${name} (${origin}) begins in process ${process.number}`);
		say(execution.stopMs, `${name} is stopped`);
		say(
			execution.endMs,
			execution.status === 'killed' ? `${name}: its process is killed` : `${name} ends: ${execution.status}`,
		);
		if (plan.savesProgress && retry === 0) say(execution.startMs, `  its progress is saved after each node`);
	}
	for (const attempt of [...attempts, ...probes]) {
		const { number, execution, turn, node, startMs, endMs, words } = attempt;
		const kind = execution < executions.length ? `Execution ${execution}, run ${turn}` : 'Probe';
		say(
			startMs,
			`${kind}, try ${number}: node ${attempt.nodeIndex} (${node.operation}, ${node.onError}) gets ${itemsOf(attempt)}`,
		);
		say(endMs, `${kind}, try ${number} ends: ${endOf(attempt)}`);
		for (const word of words) say(startMs, `  it says: ${word.slice(0, 200)}`);
	}
	for (const sending of sendings) {
		const { number, from, method, commands, sentMs, overMs, fate } = sending;
		say(sentMs, `Request ${number} of try ${from.attempt}: ${method} with ${list(commands.map(toText))}`);
		say(overMs, `Request ${number} is over: ${fate}${outcomesOf(sending)}`);
		const late = commands.filter(
			({ acceptedMs }) => acceptedMs !== undefined && acceptedMs > (overMs ?? Infinity),
		);
		for (const one of late)
			say(one.acceptedMs, `  the portal accepts ${toText(one)} of request ${number}, and nobody hears it`);
	}
	for (const { client, kind, texts, startMs, writtenMs, failed } of installation.database.operations) {
		say(startMs, `Database: process ${client.process} asks to ${kind} ${texts} texts`);
		say(writtenMs, `Database: process ${client.process} has written (${kind})${failed ? ', in vain' : ''}`);
	}
	const story = lines
		.map(([ms, text], order) => ({ ms, text, order }))
		.sort((a, b) => a.ms - b.ms || a.order - b.order)
		.map(({ ms, text }) => `${at(ms)}  ${text}`);
	const faults = findings.flatMap(({ sentence, details }) => [
		sentence,
		...details.map((detail) => `   - ${detail}`),
	]);
	// Hostile texts stay harmless on a screen.
	return [...story, '', ...faults].join('\n').replace(/[^\P{C}\n]/gu, '·');
}

/** The first ones and the last one. */
const list = (texts: string[]): string =>
	texts.length <= 8
		? texts.join(', ')
		: `${texts.slice(0, 6).join(', ')}, … ${texts.length - 7} more …, ${texts.at(-1)}`;

const shorten = (text: string, length = 44) => (text.length > length ? `${text.slice(0, length)}…` : text);

function toText({ name, params, method }: Sent): string {
	const text = params.LOG_MESSAGE ?? params.RETURN_VALUES;
	return `${name ?? method} ${shorten(JSON.stringify(text) ?? 'nothing')} for ${shorten(String(params.EVENT_TOKEN).split('|')[0], 22)}`;
}

function itemsOf({ materials }: Attempt): string {
	const shown = materials.map(({ key, item }) => {
		if (key === undefined) return 'what cannot be sent';
		return shorten(JSON.stringify(key.split('\n').slice(1).join('\n') || (item.json.row as string)));
	});
	return `${materials.length} items: ${list(shown)}`;
}

function endOf(attempt: Attempt): string {
	if (attempt.items === undefined) {
		const { message, description } = (attempt.error ?? {}) as { message?: string; description?: string };
		const count = countedBy(attempt);
		return `throws “${message}” ${count ? JSON.stringify(count) : (description ?? '')}`;
	}
	const told = attempt.items.map((item, index) => {
		const word = toldBy(attempt, index) ?? 'nothing';
		const code = (item.json.details as { code?: string } | undefined)?.code;
		return `${index} ${word}${isFromEarlier(attempt, index) ? ' earlier' : ''}${code ? ` (${code})` : ''}`;
	});
	return list(told);
}

function outcomesOf({ commands }: Sending): string {
	const outcomes = commands.map(({ name, acceptedMs, refusal, kept }, index) => {
		const word =
			acceptedMs !== undefined ? (kept ? 'accepted' : 'accepted without effect') : (refusal ?? 'not run');
		return `${name ?? index}: ${word}`;
	});
	return outcomes.length > 0 ? ` [${list(outcomes)}]` : '';
}
