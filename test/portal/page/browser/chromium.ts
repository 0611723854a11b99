/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
/** It runs as root in a container, and asks nobody on the Internet for anything. */
const ARGUMENTS = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
];

/**
 * Starts the Chromium of this machine: the one that `CHROMIUM` names, or the first one that is installed.
 *
 * @throws when there is none
 */
export async function openChromium(): Promise<Browser> {
	return await chromium.launch({ executablePath: findChromium(), args: ARGUMENTS });
}

function findChromium(): string {
	const folders = ['/usr/bin', ...(process.env.PATH ?? '').split(delimiter)];
	const installed = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
	const found = process.env.CHROMIUM ?? installed.find((file) => existsSync(file));
	if (found) return found;
	throw new Error('No Chromium was found: install it (apt-get install chromium), or name it in CHROMIUM.');
}
