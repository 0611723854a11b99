/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { existsSync } from 'node:fs';
import { installN8n } from '../n8n/install';
import { step } from '../n8n/step';
import { aptGet } from '../queue/services/debian';
import { browserProgram, DEBIAN_PACKAGE, findBrowser } from './program';

/** Provides what the tests of the editor take: n8n and a browser. Does nothing when they are there. */
async function install(): Promise<void> {
	await installN8n();
	const canInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
	if (findBrowser() === undefined && canInstall) {
		await step('Installing Chromium, a browser: up to two minutes, once', async () => {
			await aptGet(['update']);
			await aptGet(['install', '--yes', '--no-install-recommends', DEBIAN_PACKAGE]);
		});
	}
	browserProgram();
}

install().catch((error: Error) => {
	process.stderr.write(`${error.message}\n`);
	process.exitCode = 1;
});
