/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { nodeForN8n } from '../n8n/node';
import type { Stage } from '../e2e/stage';

const READ = `
	const { Database } = require('sqlite3');
	const rows = 'SELECT "workflowId", value FROM processed_data';
	new Database(process.argv[1]).all(rows, (error, all) => {
		if (error) throw error;
		console.log(JSON.stringify(all.map((row) => [row.workflowId, JSON.parse(row.value).data.length])));
	});
`;

/** How many entries n8n's database holds for the nodes of each workflow. */
export async function notedIn({ folder }: Stage): Promise<Map<string, number>> {
	const database = join(folder, '.n8n', 'database.sqlite');
	// The native part is built for n8n's Node.
	const { stdout } = await promisify(execFile)(nodeForN8n().program, ['-e', READ, database], {
		cwd: join(__dirname, '..', 'n8n'),
	});
	return new Map(JSON.parse(stdout) as Array<[string, number]>);
}
