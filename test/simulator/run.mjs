// Compiles what the simulator needs, which takes a moment, and starts it: compiled it plays a quarter more runs than by tsx.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transformFileSync } from '@swc/core';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** Below node_modules, so that packages are found from there; several checkouts may share them. */
const name = createHash('sha256').update(root).digest('hex').slice(0, 12);
const out = join(root, 'node_modules', '.cache', `simulator-${name}-${process.pid}`);
process.once('exit', () => rmSync(out, { recursive: true, force: true }));
const options = {
	jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
	module: { type: 'commonjs' },
	sourceMaps: false,
	swcrc: false,
};

rmSync(out, { recursive: true, force: true });
for (const folder of ['nodes', 'credentials', 'test/portal', 'test/simulator']) {
	for (const file of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })) {
		if (!file.endsWith('.ts') || file.endsWith('.test.ts')) continue;
		const target = join(out, folder, file.replace(/\.ts$/, '.js'));
		mkdirSync(dirname(target), { recursive: true });
		writeFileSync(target, transformFileSync(join(root, folder, file), options).code);
	}
}
createRequire(import.meta.url)(join(out, 'test', 'simulator', 'main.js'));
