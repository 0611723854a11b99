import { sendingsOf, type Evidence } from './evidence';
import { toldBy } from './told';

/** A timer that was cut short ends within this time. */
const LAST_TIMER_MS = 1000;
/** What reading credentials and n8n’s own work may take. */
const AT_ONCE_MS = 200;

export function judgeLeftovers(evidence: Evidence): string[] {
	const { leftTimers, leftTexts, endMs, installation } = evidence;
	const { clashes, revived } = installation.database;
	const texts = leftTexts.filter(({ text, row }) => !revived.has(text) && !mayStay(evidence, row));
	return [
		...leftTimers
			.filter((ms) => ms > endMs + LAST_TIMER_MS)
			.map((ms) => `A timer goes on until ${Math.round(ms - endMs)} ms after the end`),
		...texts.map(({ text, row }) => `In the database is left for ${row}: ${text}`),
		...clashes.map(
			(text) => `One execution has written over another one’s note in the same process: ${text}`,
		),
	];
}

/**
 * Notes of an execution that was killed stay unless its first Retry has brought all of it to its end: somebody may press
 * Retry on it once more. What was accepted of items
 * that are not in the list any more stays for good, as nobody asks for it; and so does a look-up that was killed itself, and
 * what belongs to a run that n8n had stored as done before the kill, as a Retry begins behind it.
 */
function mayStay({ executions, attempts, scenario, installation }: Evidence, row: string): boolean {
	if (scenario.oldN8n || scenario.database.filled || scenario.database.failing.length > 0) return true;
	const isOfRow = (node: number) => installation.nodes[node].id === row;
	const isCutOff = executions.some(
		(one) => one.isCutOff && one.status !== 'killed' && one.plan.turns.some(({ node }) => isOfRow(node)),
	);
	if (isCutOff) return true;
	return executions
		.filter(({ status, plan }) => status === 'killed' && plan.turns.some(({ node }) => isOfRow(node)))
		.some(({ number, lineage, plan }) => {
			const others = executions.filter((one) => one.lineage === lineage && one.number !== number);
			const last = others.at(-1);
			const isSame = plan.afterwards.every(({ list }) => list === 'same');
			if (plan.savesProgress) return true;
			if (!isSame || last === undefined || others.some(({ status }) => status !== 'success')) return true;
			return attempts.some(
				(one) =>
					one.execution === last.number &&
					one.materials.some((_, item) => !one.items || toldBy(one, item) !== 'accepted'),
			);
		});
}

export function judgeProbes(evidence: Evidence): string[] {
	return evidence.probes.flatMap((probe) => {
		const { number, items, error, materials, process, startMs } = probe;
		const name = `Process ${process}, try ${number}`;
		if (items === undefined) {
			return [`${name}: ${error ? String((error as Error).message) : 'it does not come to its end'}`];
		}
		// A portal that was renamed sends on to its new address first, if the process has not learnt it yet.
		const all = sendingsOf(evidence, probe);
		const sendings = all.filter(({ fate }) => !fate.startsWith('sent on'));
		const waits = all
			.slice(0, 1)
			.map(({ sentMs }) => sentMs - startMs)
			.filter((ms) => ms > AT_ONCE_MS);
		const others = materials.map((_, item) => toldBy(probe, item)).filter((word) => word !== 'accepted');
		return [
			...(others.length > 0 ? [`${name}: ${others.join(', ')} instead of accepted`] : []),
			...(sendings.length > 1 ? [`${name}: ${sendings.length} requests instead of one`] : []),
			...(waits.length > 0 ? [`${name}: sent only after ${Math.round(Math.max(...waits))} ms`] : []),
		];
	});
}
