import axios from 'axios';
import { saveCredential } from '../../n8n/credentials';
import { itemsFor, workflowsOfItems } from '../lines';
import type { PortalProcess } from '../portalProcess';
import { startMeasuredN8n, type DatabaseName, type MeasuredN8n } from './measuredN8n';
import { PATH, publishLines } from './workflow';

/** What comes in. */
export interface Load {
	name: string;
	executions: number;
	/** Of each execution, and into how many workflows of the portal. */
	lines: number;
	workflows: number;
}

export interface Cost {
	seconds: number;
	processorSeconds: number;
	/** Since n8n has started. */
	peakMemory: number;
}

/** Of each load: what it costs without the note, and with it. */
export type Comparison = Array<[without: Cost[], withNote: Cost[]]>;

const AT_ONCE = 10;

/** Runs each load so many times in two n8n's in turn, one of them without the note. */
export async function compare(
	database: DatabaseName,
	portal: PortalProcess,
	loads: Load[],
	rounds: number,
): Promise<Comparison> {
	const both: MeasuredN8n[] = [];
	try {
		for (const withNote of [false, true]) {
			both.push(await prepared(database, withNote, portal));
		}
		const comparison: Comparison = loads.map(() => [[], []]);
		for (const load of loads) {
			// Until the compiler of V8 has seen the whole way.
			const fewer = { ...load, executions: Math.ceil(load.executions / 5) };
			for (const n8n of both) await carry(fewer, n8n, portal);
		}
		for (let round = 0; round < rounds; round += 1) {
			for (const [index, load] of loads.entries()) {
				for (const [which, n8n] of both.entries()) {
					comparison[index][which].push(await carry(load, n8n, portal));
				}
			}
		}
		return comparison;
	} finally {
		for (const n8n of both) await n8n.stop();
	}
}

async function prepared(
	database: DatabaseName,
	withNote: boolean,
	{ webhookUrl }: PortalProcess,
): Promise<MeasuredN8n> {
	const n8n = await startMeasuredN8n(database, withNote);
	const data = { webhookSecret: webhookUrl };
	await saveCredential(n8n.session, { type: 'bitrix24WebhookApi', name: 'Bitrix24 webhook', data });
	await publishLines(n8n.session);
	return n8n;
}

async function carry(
	{ name, executions, lines, workflows }: Load,
	n8n: MeasuredN8n,
	{ portal }: PortalProcess,
): Promise<Cost> {
	await portal.clear();
	const started = await portal.startWorkflows({ count: executions * workflows });
	const loads = Array.from({ length: executions }, (_, execution) => {
		const own = started.slice(execution * workflows, (execution + 1) * workflows);
		const tokens = own.map(({ eventToken }) => eventToken);
		return { lines: itemsFor(workflowsOfItems(lines, workflows, 'interleaved'), tokens) };
	});
	const before = await n8n.usage();
	const start = performance.now();
	const left = loads.values();
	const post = async () => {
		for (const load of left) await axios.post(`${n8n.url}/webhook/${PATH}`, load, { proxy: false });
	};
	await Promise.all(Array.from({ length: AT_ONCE }, post));
	const seconds = (performance.now() - start) / 1000;
	const { processorSeconds, peakMemory } = await n8n.usage();
	const own = new Set(started.map(({ workflowId }) => workflowId));
	const views = (await portal.workflows()).filter(({ workflowId }) => own.has(workflowId));
	const written = views.reduce((sum, { lines: log }) => sum + log.length, 0);
	if (written !== executions * lines) throw new Error(`${name}: ${written} lines were written.`);
	return { seconds, processorSeconds: processorSeconds - before.processorSeconds, peakMemory };
}
