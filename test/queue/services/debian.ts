/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { execFile } from 'node:child_process';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { DEBIAN_PACKAGES } from './programs';

/** Debian asks this program before it starts a service; 101 means no. */
const POLICY = '/usr/sbin/policy-rc.d';
const REFUSE_ALL = '#!/bin/sh\nexit 101\n';

/**
 * Installs Redis and Postgres by Debian's package manager, as root, without starting them as services of the machine.
 *
 * @throws with apt-get's own last words.
 */
export async function installServices(): Promise<void> {
	const hasPolicy = existsSync(POLICY);
	if (!hasPolicy) writeFileSync(POLICY, REFUSE_ALL, { mode: 0o755 });
	try {
		await aptGet(['update']);
		await aptGet(['install', '--yes', '--no-install-recommends', ...DEBIAN_PACKAGES]);
	} finally {
		if (!hasPolicy) rmSync(POLICY);
	}
}

/** @throws with its own last words. */
export async function aptGet(words: string[]): Promise<void> {
	const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
	await promisify(execFile)('apt-get', ['--quiet', ...words], { env: environment }).catch(
		(error: Error & { stderr?: string }) => {
			throw new Error(`apt-get ${words[0]} did not succeed:\n${error.stderr?.trim() || error.message}`);
		},
	);
}
