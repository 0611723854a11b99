/* eslint-disable @n8n/community-nodes/no-restricted-globals */
import { installN8n } from '../n8n/install';
import { step } from '../n8n/step';
import { installServices } from './services/debian';
import { findPrograms, programs } from './services/programs';

/** Provides what queue mode takes: n8n, Redis and Postgres. Does nothing when they are there. */
async function install(): Promise<void> {
	await installN8n();
	const isRoot = process.getuid?.() === 0;
	if (!findPrograms() && isRoot) await step('Installing Redis and Postgres, once', installServices);
	programs();
}

install().catch((error: Error) => {
	process.stderr.write(`${error.message}\n`);
	process.exitCode = 1;
});
