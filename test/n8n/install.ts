/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { statSync } from 'node:fs';
import { join } from 'node:path';

import { nodeForN8n } from './node';
import { npm } from './npm';
import { buildSqlite, sqliteWorks } from './sqlite';
import { step } from './step';
import { n8nFolder, n8nVersion } from './version';

const changedAt = (file: string) => statSync(join(n8nFolder, file), { throwIfNoEntry: false })?.mtimeMs ?? 0;

/**
 * Installs the n8n of package.json beside this file, with the Node it needs; does nothing when it is there.
 * It is far too heavy for the package's own development tools: 2.4 GB.
 */
export async function installN8n(): Promise<void> {
	// npm writes this file last, so an installation that was broken off does not count.
	if (changedAt('node_modules/.package-lock.json') < changedAt('package-lock.json')) {
		await step(
			`Installing n8n ${n8nVersion()}: 2,100 packages, two to five minutes, once`,
			async () => await npm(n8nFolder, ['ci']),
		);
	}
	const node = nodeForN8n();
	if (!(await sqliteWorks(node))) {
		await step("Providing n8n's database: up to two minutes, once", async () => await buildSqlite(node));
	}
}

if (require.main === module) {
	installN8n().catch((error: Error) => {
		process.stderr.write(`${error.message}\n`);
		process.exitCode = 1;
	});
}
