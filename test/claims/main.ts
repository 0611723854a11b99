/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports */
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { checkPortal } from './checkPortal';
import { readSettings, type Settings } from './settings';

/** `npm run check:portal`: ends with 0 if no claim was found wrong, with 1 if one was, with 2 if none could be tried. */
async function main(): Promise<number> {
	const { values } = parseArgs({ options: { yes: { type: 'boolean', default: false } } });
	const settings = readSettings(process.env, values.yes);
	const mayCreate = values.yes || (await isAllowed(settings));
	let isStopped = false;
	process.once('SIGINT', () => (isStopped = true)).once('SIGTERM', () => (isStopped = true));
	const isRight = await checkPortal(
		{ ...settings, mayCreate },
		(words) => process.stdout.write(words),
		() => isStopped,
	);
	return isRight ? 0 : 1;
}

/** Asks the person, if there is one and anything could be created. */
async function isAllowed({ accessToken }: Settings): Promise<boolean> {
	if (accessToken === undefined || !process.stdin.isTTY) return false;
	const terminal = createInterface({ input: process.stdin, output: process.stdout });
	const answer = await terminal.question(
		'Some claims register steps (check_portal_…) and take them away again. Try them, too? [y/N] ',
	);
	terminal.close();
	return /^y(es)?$/i.test(answer.trim());
}

main().then(
	(code) => (process.exitCode = code),
	(error: Error) => {
		process.stderr.write(`${error.message}\n`);
		process.exitCode = 2;
	},
);
