/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const chosen = process.env.N8N_VERSION;

/**
 * Where the n8n of the tests is installed: the newest beside this file, an older one, as `N8N_VERSION=1.121` asks for, in
 * a folder of its own below `versions`.
 */
export const n8nFolder = chosen ? join(__dirname, 'versions', chosen) : __dirname;

/** As its package.json names it. @throws when there is no such folder */
export function n8nVersion(): string {
	const { dependencies } = JSON.parse(readFileSync(join(n8nFolder, 'package.json'), 'utf8'));
	return dependencies.n8n;
}

/** What older versions cannot do is left out of the tests by name. */
export const isOldN8n = n8nVersion().startsWith('1.');

/** A test of what n8n 1 does in another way, or cannot: there it is left out, with the reason in its name. */
export const itSinceN8n2 = (reason: string) => (name: string, test: () => Promise<void>) => {
	if (isOldN8n) it.skip(`${name} (left out: ${reason})`, test);
	else it(name, test);
};
