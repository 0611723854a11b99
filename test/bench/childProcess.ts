/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { FromChild, Job, Measurement, ToChild } from './messages';

export interface Prepared {
	/** Does the work and ends the process. */
	go(): Promise<Measurement[]>;
}

/** A process of its own that has loaded its methods, is warm and waits for the word. */
export async function prepareChild(job: Job): Promise<Prepared> {
	const child = fork(join(__dirname, 'child.ts'), { execArgv: ['--import', 'tsx'] });
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
