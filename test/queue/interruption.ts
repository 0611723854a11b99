/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import type { OnError } from 'n8n-workflow';
import { setTimeout as sleep } from 'node:timers/promises';
import { publishLines, startWith } from '../e2e/stage';
import { until } from '../n8n/until';
import type { RequestRecord } from '../portal/records';
import type { Member } from './installation';
import { executionsStartedBy, type QueueStage } from './stage';

const PROCESSES = 40;
const LINES = 2000;
const AT_LEAST = 300;
/** Long enough for the node to note what has been answered. */
const QUIET_MS = 2000;

/** A long run whose worker is gone. */
export interface Interruption {
	executionId: string;
	/** All lines of the run; no two are alike. */
	lines: string[];
	/** Those the portal had answered when the worker went. */
	confirmed: string[];
	/** Those it had taken without an answer by then; it writes them all the same. */
	onTheirWay: string[];
	worker: Member;
	/** What stands in all logs together. */
	logged(): string[];
}

/** Starts a long run and kills its worker in the middle of it, with others of n8n's processes. */
export async function interrupt(
	stage: QueueStage,
	name: string,
	{ onError, also = [] }: { onError: OnError; also?: Member[] },
): Promise<Interruption> {
	const { portal, installation } = stage;
	portal.clear();
	const workflow = await publishLines(stage, name, { onError });
	const processes = portal.startWorkflows({ count: PROCESSES });
	const lines = Array.from({ length: LINES }, (_, line) => `line ${line}`);
	const logged = () => processes.flatMap(({ workflowId }) => portal.log(workflowId));

	portal.setLimits({ latencyMs: 200 });
	const executionId = await startWith(
		stage,
		workflow,
		lines.map((message, line) => ({ eventToken: processes[line % PROCESSES].eventToken, message })),
	);
	await until('a part of the lines', 60, async () => logged().length > AT_LEAST || undefined);
	portal.setLimits({ latencyMs: 2 * QUIET_MS });
	await sleep(QUIET_MS);
	const confirmed = messagesOf(portal.requests.filter(({ finishedAt }) => finishedAt !== null));
	const onTheirWay = messagesOf(portal.requests.filter(({ finishedAt }) => finishedAt === null));
	const worker = installation.workers.find((one) => executionsStartedBy(one).includes(executionId))!;
	await Promise.all([worker, ...also].map(async (member) => await member.kill()));

	portal.setLimits({ latencyMs: 0 });
	await until('the portal to write what it has taken', 60, async () => {
		const written = new Set(logged());
		return onTheirWay.every((line) => written.has(line)) || undefined;
	});
	return { executionId, lines, confirmed, onTheirWay, worker, logged };
}

const messagesOf = (requests: RequestRecord[]): string[] =>
	requests.flatMap(({ commands }) => commands.map(({ params }) => String(params.LOG_MESSAGE)));
