/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { installN8n } from '../n8n/install';
import { measureCapacity } from './capacity';
import { progress } from './progress';
import { toDocument } from './report/document';
import type { Chapter } from './scenes/scene';
import { SCENES } from './scenes/scenes';

/** The whole run writes RESULTS.md; a quick or partial one only shows what it found. */
async function main(): Promise<void> {
	const { values } = parseArgs({
		options: {
			quick: { type: 'boolean', default: false },
			scene: { type: 'string', multiple: true, default: [] },
		},
	});
	const { quick, scene: chosen } = values;
	const unknown = chosen.find((name) => !(name in SCENES));
	if (unknown) throw new Error(`There is no scene "${unknown}", but: ${Object.keys(SCENES).join(', ')}`);

	// Two nodes of n8n itself run beside ours.
	await installN8n();
	progress('What the stand-in portal can answer');
	const capacity = await measureCapacity(quick ? 200 : 2000);
	const chapters: Chapter[] = [];
	for (const name of chosen.length > 0 ? chosen : Object.keys(SCENES)) {
		progress(`Scene ${name}`);
		chapters.push(await SCENES[name](quick));
	}
	const results = toDocument(chapters, capacity, quick);
	if (quick || chosen.length > 0) process.stdout.write(results);
	else writeFileSync(join(__dirname, 'RESULTS.md'), results);
}

main()
	.catch((error: Error) => {
		process.stderr.write(`${error.stack ?? error.message}\n`);
		process.exitCode = 1;
	})
	.finally(() => process.exit());
