import type { ExecutionData } from './execution';
import { openN8n, type N8n, type N8nProcess } from './n8n';
import { openPortal, run, untilKilled, type Played, type Portal } from './playing';

/** An n8n and a portal, and what the tests do with them most. */
export interface Scene {
	n8n: N8n;
	portal: Portal;
	/** How often a line stands in the log. */
	times(line: string): number;
	/** Runs lines in a process that dies when so many are in the log. Returns what n8n has stored of the execution. */
	killedAt(logged: number, lines: string[], process?: N8nProcess): Promise<ExecutionData>;
	/** Retry in a new process, to the end. */
	retried(data: ExecutionData, lines: string[]): Promise<Played & { process: N8nProcess }>;
}

export function openScene(): Scene {
	const n8n = openN8n();
	const portal = openPortal();
	return {
		n8n,
		portal,
		times: (line) => portal.log.filter((one) => one === line).length,
		async killedAt(logged, lines, process = n8n.startProcess()) {
			const execution = process.start();
			const stored = execution.stored();
			process.killWhen(() => portal.log.length >= logged);
			await untilKilled(process, run({ process, execution, portal }, lines));
			expect(process.isKilled).toBe(true);
			return stored;
		},
		async retried(data, lines) {
			const process = n8n.startProcess();
			const execution = process.retry(data);
			const played = await run({ process, execution, portal }, lines);
			await execution.finish();
			return { ...played, process };
		},
	};
}

export const numbered = (count: number, name = 'line'): string[] =>
	Array.from({ length: count }, (_, index) => `${name} ${index}`);

/** Lines of one request may be on their way, and those of one more not be noted yet. */
export const MOST_DOUBLED = 100;

/** How often the row was read or written. */
export const stepsOf = ({ steps }: N8nProcess): number => steps.length;

/** Lets no rest end but that before an urgent write. @returns how long they were to be, in milliseconds */
export function restsOf(process: N8nProcess): number[] {
	const rests: number[] = [];
	process.clock.wait = async (milliseconds, signal) => {
		if (milliseconds <= 0 || signal?.aborted) return;
		rests.push(milliseconds);
		await new Promise<void>((resolve) => signal?.addEventListener('abort', () => resolve()));
	};
	return rests;
}
