import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { analyzePackage, SOURCE_FILE_PATTERNS } from '@n8n/scan-community-package/scanner/scanner.mjs';

/**
 * What n8n checks before it verifies a package, as far as it can be done before publishing: its scanner over the
 * sources and over the packed tarball, and a look at what the tarball holds.
 */

/** What users need, and nothing else. */
const SHIPPED = [
	/^package\.json$/,
	/^(LICENSE|README(\.ru)?\.md)$/,
	/^examples\/(README\.md|[\w-]+\.json)$/,
	/^dist\/(nodes|credentials)\/.*\.js$/,
	/^dist\/nodes\/\w+\/\w+\.node\.json$/,
	/^dist\/nodes\/\w+\/__schema__\/v[\d.]+(\/\w+\/\w+)?\.json$/,
	/^dist\/(nodes\/\w+|credentials)\/\w+(\.dark)?\.svg$/,
];

const run = (command, args) =>
	execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
const folder = mkdtempSync(join(tmpdir(), 'bizproc-gate-'));
const complaints = [];

try {
	const [{ filename, files, size }] = JSON.parse(
		run('npm', ['pack', '--json', '--pack-destination', folder]),
	);
	run('tar', ['-xzf', join(folder, filename), '-C', folder]);

	for (const { path } of files) {
		if (!SHIPPED.some((pattern) => pattern.test(path))) complaints.push(`The tarball holds ${path}`);
	}
	for (const example of readdirSync('examples')) {
		const isThere = files.some(({ path }) => path === `examples/${example}`);
		if (!isThere) complaints.push(`The tarball lacks examples/${example}`);
	}
	for (const [what, where, patterns] of [
		['sources', process.cwd(), SOURCE_FILE_PATTERNS],
		['tarball', join(folder, 'package'), ['**/*.js', 'package.json']],
	]) {
		const { passed, message, details } = await analyzePackage(where, patterns);
		if (!passed) complaints.push(`n8n's scanner refuses the ${what}: ${message}\n${details ?? ''}`);
	}
	process.stdout.write(`${files.length} files, ${(size / 1024).toFixed(1)} kB packed\n`);
} finally {
	rmSync(folder, { recursive: true, force: true });
}

process.stdout.write(
	complaints.length ? `${complaints.join('\n')}\n` : 'n8n’s verification gate: nothing to complain about\n',
);
process.exitCode = complaints.length ? 1 : 0;
