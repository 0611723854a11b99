/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { NodeProgram } from './node';
import { npm } from './npm';
import { n8nFolder } from './version';

/** True when n8n's database opens under the Node that will run n8n. */
export async function sqliteWorks({ program }: NodeProgram): Promise<boolean> {
	const openDatabase = "new (require('sqlite3').Database)(':memory:')";
	return await promisify(execFile)(program, ['-e', openDatabase], { cwd: n8nFolder }).then(
		() => true,
		() => false,
	);
}

/**
 * Lets sqlite3 fetch its native part, or build it where its download site cannot be reached.
 *
 * @throws when it still does not open a database afterwards, with npm's words on why.
 */
export async function buildSqlite(node: NodeProgram): Promise<void> {
	const words = await npm(
		n8nFolder,
		['rebuild', 'sqlite3', '--ignore-scripts=false'],
		node.headers ? { npm_config_nodedir: node.headers } : {},
	).catch((error: Error) => error.message);
	if (await sqliteWorks(node)) return;
	throw new Error(
		`${words}\nn8n's database (sqlite3) has no native part for this machine. It comes from GitHub, or is built with ` +
			'Python 3, make and a C++ compiler: make one of the two possible and run the command again.',
	);
}
