/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { FromChild, Job, Measurement, ToChild } from './messages';

export interface Prepared {
	/** Does the work and ends the process. */
	go(): Promise<Measurement[]>;
}

/** In a heap just too small a process may collect garbage for hours before it gives up. */
const PATIENCE_MS = 120_000;

/**
 * A process of its own that has loaded its methods, is warm and waits for the word.
 *
 * @param heapMebibytes more is not given to it, and it says nothing when it ends for that
 */
export async function prepareChild(job: Job, heapMebibytes?: number): Promise<Prepared> {
	const narrow = heapMebibytes !== undefined;
	const output = narrow ? 'ignore' : 'inherit';
	const child = fork(join(__dirname, 'child.ts'), {
		execArgv: [...(narrow ? [`--max-old-space-size=${heapMebibytes}`] : []), '--import', 'tsx'],
		stdio: [output, output, output, 'ipc'],
		...(narrow ? { timeout: PATIENCE_MS, killSignal: 'SIGKILL' } : {}),
	});
	const send = (message: ToChild) => child.send(message);

	async function answer(): Promise<FromChild> {
		const ended = new AbortController();
		const { signal } = ended;
		try {
			const [message] = (await Promise.race([
				once(child, 'message', { signal }),
				once(child, 'exit', { signal }).then(() => [{ kind: 'failed', reason: 'It ended too early.' }]),
			])) as [FromChild];
			if (message.kind === 'failed') throw new Error(`${job.methods.join(', ')}: ${message.reason}`);
			return message;
		} finally {
			ended.abort();
		}
	}

	send({ kind: 'prepare', job });
	await answer();
	return {
		async go() {
			send({ kind: 'go' });
			const message = await answer();
			return message.kind === 'done' ? message.measurements : [];
		},
	};
}
