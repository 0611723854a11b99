/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { isDeepStrictEqual } from 'node:util';
import { endedProcess, startProcess, type EndedProcess, type StepInProcess } from '../n8n/portalProcesses';
import type { Portal } from '../portal/contract';
import type { DocumentId } from '../portal/options';

/** A process that runs in the portal, and the example workflow that does its steps. */
export interface DemoProcess {
	name: string;
	document: DocumentId;
	example: string;
	steps: StepInProcess[];
	/** What is to stand in its log. */
	lines: string[];
	/** What each of its steps is to give back. */
	returned: Array<Record<string, unknown>>;
}

export const processes: DemoProcess[] = [
	{
		name: 'Sign a contract',
		document: ['crm', 'CCrmDocumentDeal', 'DEAL_15'],
		example: 'progress-around-slow-work',
		steps: [{ name: 'Prepare the documents', properties: { documents: ['Contract', 'Invoice'] } }],
		lines: [
			'n8n prepares for DEAL_15: Contract, Invoice',
			'Done, 2 documents are ready',
			'The process goes on',
		],
		returned: [{ prepared: '2', complete: 'Y' }],
	},
	{
		name: 'Sell on credit',
		document: ['crm', 'CCrmDocumentDeal', 'DEAL_16'],
		example: 'one-workflow-for-several-steps',
		steps: [
			{ name: 'Check the credit', properties: { turnover: 10_000 } },
			{ name: 'Reserve the goods', properties: { total: 900, limit: '{=n8n_check_credit:limit}' } },
		],
		lines: ['n8n answers {"limit":1000}', 'n8n answers {"reserved":true}'],
		returned: [{ limit: '1000' }, { reserved: 'Y' }],
	},
];

/**
 * Lets the portal run a process to its end.
 *
 * @throws when it did not come there, or with other lines or values than it should have.
 */
export async function runProcess(portal: Portal, expected: DemoProcess): Promise<EndedProcess> {
	const { steps, name, document } = expected;
	const process = await endedProcess(portal, await startProcess(portal, steps, { name, document }));
	const returned = process.returned.map(({ values }) => values);
	const isRight =
		process.state === 'finished' &&
		isDeepStrictEqual(process.lines, expected.lines) &&
		isDeepStrictEqual(returned, expected.returned);
	if (isRight) return process;
	throw new Error(`It ended otherwise than it should have: ${JSON.stringify(process, null, 2)}`);
}
