/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { isDeepStrictEqual } from 'node:util';
import { until } from '../n8n/until';
import type { Portal } from '../portal/contract';
import type { DocumentId } from '../portal/options';

const LINES_SECONDS = 30;

/** A process that runs in the portal: its step calls an example workflow, which is to write these lines. */
interface DemoProcess {
	name: string;
	document: DocumentId;
	/** The path of the webhook in the example workflow. */
	path: string;
	lines: string[];
}

export const processes: DemoProcess[] = [
	{
		name: 'Approve a contract',
		document: ['crm', 'CCrmDocumentDeal', 'DEAL_15'],
		path: 'bitrix24-step',
		lines: ['n8n took over at the step n8n_step', 'Working on DEAL_15', 'Done'],
	},
	{
		name: 'Welcome a customer',
		document: ['crm', 'CCrmDocumentContact', 'CONTACT_7'],
		path: 'bitrix24-step-oauth2',
		lines: ['n8n looked at CONTACT_7 as a connected application'],
	},
];

/**
 * Lets the portal run a process and waits until as many lines are in its log as there should be.
 *
 * @throws when n8n did not take the step, or other lines arrived, or not enough.
 */
export async function runProcess(
	portal: Portal,
	n8nUrl: string,
	{ name, document, path, lines }: DemoProcess,
): Promise<string[]> {
	const handler = `${n8nUrl}/webhook/${path}`;
	const { workflowId, status } = await portal.runProcess({ name, document, handler });
	if (status !== 200) throw new Error(`n8n answered the step with HTTP ${status}.`);
	const arrived = async () => {
		const log = portal.log(workflowId);
		return log.length >= lines.length ? log : undefined;
	};
	const log = await until(`the lines of "${name}"`, LINES_SECONDS, arrived);
	if (isDeepStrictEqual(log, lines)) return log;
	throw new Error(`Other lines arrived than expected:\n${log.join('\n')}`);
}
