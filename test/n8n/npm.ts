/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const MOST_OUTPUT_BYTES = 64 * 1024 * 1024;

/**
 * Runs npm quietly in a folder and returns what it printed.
 *
 * @throws with npm's own last words.
 */
export async function npm(
	folder: string,
	words: string[],
	environment: Record<string, string> = {},
): Promise<string> {
	const { stdout } = await promisify(execFile)('npm', words, {
		cwd: folder,
		env: { ...process.env, ...environment },
		maxBuffer: MOST_OUTPUT_BYTES,
	}).catch((error: Error & { stderr?: string }) => {
		const lastWords = error.stderr?.trim().split('\n').slice(-15).join('\n');
		throw new Error(`npm ${words[0]} did not succeed in ${folder}:\n${lastWords || error.message}`);
	});
	return stdout;
}
