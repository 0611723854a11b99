/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { npm } from './npm';

const repository = join(__dirname, '..', '..');

/**
 * Packs the built package as npm would publish it and puts it where n8n keeps the community packages of a user folder,
 * the way n8n's own installer does (community-packages.service.js in n8n 2.41): unpacked, and without the dependencies
 * that are not for running.
 */
export async function installPackage(userFolder: string): Promise<void> {
	const packages = join(userFolder, '.n8n', 'nodes');
	mkdirSync(packages, { recursive: true });
	const report = await npm(repository, ['pack', '--json', '--pack-destination', packages]);
	// A list of reports up to npm 11, an object of reports by package name since npm 12.
	const [{ name, filename }] = Object.values<{ name: string; filename: string }>(JSON.parse(report));
	const folder = join(packages, 'node_modules', name);
	rmSync(folder, { recursive: true, force: true });
	mkdirSync(folder, { recursive: true });
	await promisify(execFile)('tar', ['-xzf', filename, '-C', folder, '--strip-components=1'], {
		cwd: packages,
	});
	rmSync(join(packages, filename));

	const manifest = join(folder, 'package.json');
	const contents = JSON.parse(readFileSync(manifest, 'utf8'));
	delete contents.devDependencies;
	delete contents.peerDependencies;
	writeFileSync(manifest, JSON.stringify(contents, null, 2));
}
